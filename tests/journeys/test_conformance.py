"""Whole conversations against the published description of the Bot API."""

from tests.conftest import Bot
from tests.journeys.journey import Journey
from tests.journeys.judge import calls, judged, needs_the_description
from tests.journeys.stories import STORIES

USED = {
    *("getMe", "getUpdates", "setMyCommands", "setChatMenuButton", "answerCallbackQuery"),
    *("sendMessage", "editMessageText", "deleteMessage", "sendPhoto", "sendDocument"),
}


@needs_the_description
async def test_nothing_that_the_bot_does_is_against_the_description(bot: Bot) -> None:
    for story in STORIES.values():
        journey = Journey(await bot.somebody(story.language), story)
        await journey.completes()
    await journey.talk.says("/export")
    await journey.talk.says("+7 913 555-01-42")
    assert {call["method"] for call in await calls(bot)} == USED
    assert " 0 errors, 0 warnings" in await judged(bot)


@needs_the_description
async def test_control_a_mistake_is_found(bot: Bot) -> None:
    await bot.calls("sendMessage", chat_id=1001, text="?", reply_marcup={})
    assert "reply_marcup" in await judged(bot)
