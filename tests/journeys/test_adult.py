"""An adult rates their skills, finds a programme close by, applies, and gives the place back."""

import pytest

from tests.conftest import Bot
from tests.journeys.journey import HASTE, Journey, Stage, kept
from tests.journeys.stories import ADULT_EN, ADULT_RU, Story


@pytest.mark.parametrize("story", [ADULT_RU, ADULT_EN], ids=["ru", "en"])
async def test_an_adult_gets_a_receipt_and_gives_the_place_back(bot: Bot, story: Story) -> None:
    journey = Journey(await bot.somebody(story.language), story)
    async for stage in journey.walks():
        if stage is Stage.APPLIED:
            assert bot.rows("SELECT state FROM enrolments") == [("submitted",)]

    assert journey.in_the_wrong_tone() == []

    left = kept(bot, journey.talk)
    assert left["person"] == [("adult", "from_18", None, "college", "prokopyevsk", "member")]
    assert left["consents"] == [("service", "2")]
    assert left["runs"] == [("skills", "finished")]
    answers = dict(left["answers"])
    assert answers["sectors"] == "machinery done"
    assert answers["wants"] == "mach.weld done"
    assert (answers["city"], answers["format"]) == ("prokopyevsk", "onsite done")
    assert left["enrolments"] == [
        ("DEMO-16", "DEMO-16-G2", "withdrawn", "prokopyevsk", "college"),
    ]
    assert left["moves"] == [
        (None, "submitted", "person"),
        ("submitted", "withdrawn", "person"),
    ]


async def test_who_rates_faster_than_one_can_read_is_asked_kindly_and_goes_on(bot: Bot) -> None:
    journey = Journey(await bot.somebody("ru"), ADULT_RU, reading=HASTE)
    await journey.completes()
    assert any(ADULT_RU.careless in text for text in journey.transcript)
