"""A pupil of the 9th grade gets from /start to a receipt, and gives the place back."""

import pytest

from tests.conftest import Bot
from tests.journeys.journey import HASTE, Journey, Stage, kept
from tests.journeys.stories import LETTERS, PUPIL_EN, PUPIL_RU, Story


@pytest.mark.parametrize("story", [PUPIL_RU, PUPIL_EN], ids=["ru", "en"])
async def test_a_pupil_gets_a_receipt_and_gives_the_place_back(bot: Bot, story: Story) -> None:
    journey = Journey(await bot.somebody(story.language), story)
    async for stage in journey.walks():
        if stage is Stage.APPLIED:
            assert bot.rows("SELECT state FROM enrolments") == [("submitted",)]

    assert journey.in_the_wrong_tone() == []

    left = kept(bot, journey.talk)
    assert left["person"] == [("pupil", "from_14", 9, "school", None, "guardian_pending")]
    assert left["consents"] == [("service", "2")]
    assert left["runs"] == [("interests", "finished")]
    given = [value for item, value in left["answers"] if item.startswith("PI")]
    assert given == list(LETTERS)
    ((_, _, state, *_),) = left["enrolments"]
    assert state == "withdrawn"
    assert left["moves"] == [
        (None, "submitted", "person"),
        ("submitted", "withdrawn", "person"),
    ]


async def test_who_answers_faster_than_one_can_read_is_asked_kindly_and_goes_on(bot: Bot) -> None:
    journey = Journey(await bot.somebody("ru"), PUPIL_RU, reading=HASTE)
    await journey.completes()
    assert any(PUPIL_RU.careless in text for text in journey.transcript)
