"""python-telegram-bot's own Bot, over httpx, through the main methods."""

import asyncio
import io
from collections.abc import AsyncIterator

import pytest
import telegram
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter

from bot.sandbox.limits import Limits
from tests.sandbox.test_files import PNG
from tests.sandbox.wire import ANYA, SERGEY, TOKEN, Wire, wired


def library(wire: Wire, token: str = TOKEN) -> telegram.Bot:
    return telegram.Bot(token, base_url=f"{wire.url}/bot", base_file_url=f"{wire.url}/file/bot")


@pytest.fixture
async def bot(wire: Wire) -> AsyncIterator[telegram.Bot]:
    async with library(wire) as bot:
        yield bot


KEYBOARD = telegram.InlineKeyboardMarkup(
    [[telegram.InlineKeyboardButton("Да", callback_data="yes")]]
)


async def test_it_knows_itself(bot: telegram.Bot) -> None:
    assert (bot.username, bot.id) == ("traektoria_bot", 4242)


async def test_a_conversation(wire: Wire, bot: telegram.Bot) -> None:
    await wire.says(ANYA, "/start p_1")
    (update,) = await bot.get_updates(timeout=5, allowed_updates=telegram.Update.ALL_TYPES)
    assert update.message is not None
    assert update.message.entities[0].type == "bot_command"
    sent = await bot.send_message(
        ANYA, "<b>Привет</b>", parse_mode=ParseMode.HTML, reply_markup=KEYBOARD
    )
    assert sent.parse_entities() == {sent.entities[0]: "Привет"}
    await wire.control(f"users/{ANYA}/press", message_id=sent.message_id, button="Да")
    (update,) = await bot.get_updates(offset=update.update_id + 1)
    query = update.callback_query
    assert query is not None
    assert query.data == "yes"
    assert await query.answer("готово")
    edited = await query.edit_message_text("Готово", reply_markup=KEYBOARD)
    assert isinstance(edited, telegram.Message)
    assert await query.edit_message_reply_markup(None)
    assert await bot.send_chat_action(ANYA, "typing")
    assert await bot.delete_message(ANYA, sent.message_id)
    assert await bot.delete_messages(ANYA, [sent.message_id])


async def test_files(bot: telegram.Bot) -> None:
    photo = await bot.send_photo(ANYA, PNG, caption="вид")
    assert (photo.photo[-1].width, photo.caption) == (40, "вид")
    document = await bot.send_document(ANYA, io.BytesIO(b"%PDF"), filename="итог.pdf")
    assert document.document is not None
    assert document.document.file_name == "итог.pdf"
    file = await document.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"%PDF"
    album = await bot.send_media_group(
        ANYA, [telegram.InputMediaPhoto(PNG), telegram.InputMediaPhoto(photo.photo[-1].file_id)]
    )
    assert len({message.media_group_id for message in album}) == 1
    assert await bot.edit_message_caption(ANYA, photo.message_id, caption="вид сверху")


async def test_the_rest(wire: Wire, bot: telegram.Bot) -> None:
    sent = await bot.send_message(ANYA, "x")
    assert (await bot.copy_message(SERGEY, ANYA, sent.message_id)).message_id
    forwarded = await bot.forward_message(SERGEY, ANYA, sent.message_id)
    assert isinstance(forwarded.forward_origin, telegram.MessageOriginUser)
    assert (await bot.send_location(ANYA, 55.3, 86.1)).location
    assert (await bot.send_contact(ANYA, "+7384", "Центр")).contact
    poll = (await bot.send_poll(ANYA, "Идём?", ["да", "нет"])).poll
    assert poll is not None
    assert len(poll.options) == 2
    assert (await bot.get_chat(ANYA)).first_name == "Аня"
    assert (await bot.get_chat_member(ANYA, ANYA)).status == "member"
    commands = [telegram.BotCommand("start", "начать")]
    scope = telegram.BotCommandScopeChat(ANYA)
    assert await bot.set_my_commands(commands, scope=scope)
    assert list(await bot.get_my_commands(scope=scope)) == commands
    assert await bot.set_chat_menu_button(ANYA, telegram.MenuButtonCommands())
    assert isinstance(await bot.get_chat_menu_button(ANYA), telegram.MenuButtonCommands)
    query_id = (await wire.control(f"users/{ANYA}/inline", query="x"))["query_id"]
    article = telegram.InlineQueryResultArticle("1", "T", telegram.InputTextMessageContent("x"))
    assert await bot.answer_inline_query(query_id, [article])
    assert await bot.set_webhook("http://127.0.0.1:9/", secret_token="s")
    assert (await bot.get_webhook_info()).url == "http://127.0.0.1:9/"
    assert await bot.delete_webhook()


async def test_refusals_become_its_own_errors(wire: Wire, bot: telegram.Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(5, "x")
    with pytest.raises(BadRequest, match="not implemented"):
        await bot.send_dice(ANYA)
    await wire.control(f"users/{ANYA}/block")
    with pytest.raises(Forbidden, match="blocked"):
        await bot.send_message(ANYA, "x")


@pytest.mark.filterwarnings("ignore:.*retry_after")  # of the library, about a type to come
async def test_a_flood_and_a_wrong_token_become_its_own_errors() -> None:
    async with wired(Limits(), token=TOKEN) as wire:
        async with library(wire) as bot:
            burst = [bot.send_message(ANYA, str(number)) for number in range(10)]
            outcomes = await asyncio.gather(*burst, return_exceptions=True)
            assert {type(outcome) for outcome in outcomes} == {telegram.Message, RetryAfter}
        with pytest.raises(InvalidToken):
            async with library(wire, "1:wrong"):
                pytest.fail("a wrong token was let in")
