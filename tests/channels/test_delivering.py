"""What a person sees of a screen, through the sandbox."""

from dataclasses import replace
from typing import Any

import orjson
import pytest

from bot.channels.telegram import Telegram
from bot.domain.outbox import Outcome
from bot.drawings import as_recipe
from bot.drawings.bars import Bar, Bars
from bot.drawings.plain import PlainFile
from tests.channels.conftest import row
from tests.sandbox.wire import ANYA, Wire

BUTTONS = [
    [{"label": "1. Да", "data": "yes"}],
    [{"label": "Сайт", "url": "https://copp.example/"}],
]
BAR = Bar(label="Люди", value=0.7, words="часто")
BARS = as_recipe(Bars(title="Твой профиль", bars=(BAR,), note=""))


async def test_html_and_both_kinds_of_buttons_arrive(wire: Wire, channel: Telegram) -> None:
    await channel.deliver(row("<b>Слесарь</b> &lt;1&gt;", body={"rows": BUTTONS}))
    (shown,) = await wire.sees()
    assert shown["text"] == "Слесарь <1>"
    assert [entity["type"] for entity in shown["entities"]] == ["bold"]
    assert shown["buttons"] == [
        [{"text": "1. Да", "callback_data": "yes"}],
        [{"text": "Сайт", "url": "https://copp.example/"}],
    ]


async def test_links_are_not_previewed(wire: Wire, channel: Telegram) -> None:
    await channel.deliver(row("https://copp.example"))
    assert (await sent(wire))["link_preview_options"] == {"is_disabled": True}


async def test_a_press_edits_its_message(wire: Wire, channel: Telegram) -> None:
    first = await channel.deliver(row(body={"rows": BUTTONS}))
    again = await channel.deliver(row("Готово", edits=first.message))
    (shown,) = await wire.sees()
    assert (shown["text"], shown["buttons"], shown["edited"]) == ("Готово", [], True)
    assert again.message == first.message


async def test_an_edit_that_changes_nothing_has_arrived(wire: Wire, channel: Telegram) -> None:
    first = await channel.deliver(row())
    assert (await channel.deliver(row(edits=first.message))).outcome is Outcome.SENT
    assert len(await wire.sees()) == 1


async def test_a_message_that_is_gone_is_sent_anew(wire: Wire, channel: Telegram) -> None:
    first = await channel.deliver(row())
    await wire.call("deleteMessage", chat_id=ANYA, message_id=int(first.message or 0))
    assert (await channel.deliver(row("Anew", edits=first.message))).outcome is Outcome.SENT
    assert [message["text"] for message in await wire.sees()] == ["Anew"]


async def test_a_text_in_place_of_a_picture_is_sent_anew(wire: Wire, channel: Telegram) -> None:
    picture = await channel.deliver(row(body=drawn(BARS, photo=True)))
    await channel.deliver(row("Text", edits=picture.message))
    assert [message["text"] for message in await wire.sees()] == ["", "Text"]


async def test_a_picture_is_drawn_and_stands_above_its_text(wire: Wire, channel: Telegram) -> None:
    report = await channel.deliver(
        row("<b>Профиль</b>", body={**drawn(BARS, photo=True), "rows": BUTTONS})
    )
    (shown,) = await wire.sees()
    assert report.message == str(shown["message_id"])
    assert (shown["caption"], shown["photo"]["mime"]) == ("Профиль", "image/png")
    assert len(shown["buttons"]) == 2


async def test_a_file_keeps_its_name_and_its_content(wire: Wire, channel: Telegram) -> None:
    recipe = as_recipe(PlainFile(content="Мои данные\n"))
    await channel.deliver(row("", body=drawn(recipe, photo=False, name="мои данные.json")))
    (shown,) = await wire.sees()
    assert shown["document"]["name"] == "мои данные.json"
    async with wire.session.get(shown["document"]["url"]) as response:
        assert await response.text() == "Мои данные\n"


async def test_a_recipe_that_cannot_be_drawn_is_final(wire: Wire, channel: Telegram) -> None:
    report = await channel.deliver(row(body=drawn({"kind": "secret 4510 123456"}, photo=True)))
    assert report.outcome is Outcome.NOT_SENT_FINAL
    assert report.error == "not drawn: BadRecipe", "what is in the recipe is nobody's business"
    assert await wire.sees() == []


async def test_what_was_typed_is_taken_out_of_the_chat(wire: Wire, channel: Telegram) -> None:
    typed = await wire.says(ANYA, "my phone is ...")
    hides = row("", body={"deletes": str(typed)})
    assert (await channel.deliver(hides)).outcome is Outcome.SENT
    assert await wire.sees() == []
    assert (await channel.deliver(hides)).outcome is Outcome.SENT, "it is gone, as was wished"


@pytest.mark.parametrize("fault", ["reset_after", "slow"])
async def test_an_edit_can_be_repeated_when_nobody_knows(
    wire: Wire, channel: Telegram, fault: str
) -> None:
    first = await channel.deliver(row())
    edit = row("Edited", edits=first.message)
    await wire.control("faults", fault=fault, method="editMessageText", times=1)
    assert (await channel.deliver(edit)).outcome is Outcome.AMBIGUOUS
    assert (await channel.deliver(replace(edit, attempts=2))).outcome is Outcome.SENT
    assert [message["text"] for message in await wire.sees()] == ["Edited"]


def drawn(recipe: dict[str, Any], *, photo: bool, name: str = "a.png") -> dict[str, Any]:
    return {"attachment": {"photo": photo, "name": name, "recipe": recipe}}


async def sent(wire: Wire) -> dict[str, Any]:
    """The parameters of the last call."""
    async with wire.session.get("/sandbox/journal") as response:
        last = (await response.read()).splitlines()[-1]
    params: dict[str, Any] = orjson.loads(last)["params"]
    return params
