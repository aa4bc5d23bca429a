"""Edits and deletions."""

import pytest

from tests.sandbox.test_files import PNG
from tests.sandbox.wire import ANYA, Wire, button, keyboard

SAME = (
    "Bad Request: message is not modified: specified new message content and reply markup are"
    " exactly the same as a current content and reply markup of the message"
)


async def test_an_edit_changes_the_message_in_place(wire: Wire) -> None:
    sent = await wire.sends(reply_markup=keyboard([button()]))
    edited = await wire.call(
        "editMessageText", chat_id=ANYA, message_id=sent, text="<b>new</b>", parse_mode="HTML"
    )
    assert (edited["message_id"], edited["text"]) == (sent, "new")
    assert edited["edit_date"] >= edited["date"]
    assert "reply_markup" not in edited
    (seen,) = await wire.sees()
    assert (seen["text"], seen["edited"], seen["buttons"]) == ("new", True, [])


async def test_an_edit_of_the_buttons_alone_leaves_no_mark(wire: Wire) -> None:
    sent = await wire.sends()
    rows = keyboard([button()])
    await wire.call("editMessageReplyMarkup", chat_id=ANYA, message_id=sent, reply_markup=rows)
    (seen,) = await wire.sees()
    assert (seen["buttons"], seen["edited"]) == ([[button()]], False)
    await wire.call("editMessageReplyMarkup", chat_id=ANYA, message_id=sent)
    assert (await wire.sees())[0]["buttons"] == []


async def test_an_edit_that_changes_nothing_is_refused(wire: Wire) -> None:
    rows = keyboard([button()])
    sent = await wire.sends(text="<b>x</b>", parse_mode="HTML", reply_markup=rows)
    where = {"chat_id": ANYA, "message_id": sent}
    same = {"text": " <b>x</b> ", "parse_mode": "HTML", "reply_markup": rows}
    assert await wire.refused("editMessageText", **where, **same) == (400, SAME)
    assert await wire.refused("editMessageReplyMarkup", **where, reply_markup=rows) == (400, SAME)
    await wire.call("editMessageText", **where, text="x", reply_markup=rows)
    await wire.call("editMessageText", **where, text="x")


async def test_a_caption_is_edited(wire: Wire) -> None:
    sent = (await wire.upload("sendPhoto", {"chat_id": str(ANYA)}, photo=PNG))["result"]
    where = {"chat_id": ANYA, "message_id": sent["message_id"]}
    edited = await wire.call("editMessageCaption", **where, caption="подпись")
    assert edited["caption"] == "подпись"
    assert edited["photo"] == sent["photo"]
    assert (await wire.sees())[0]["caption"] == "подпись"
    assert await wire.refused("editMessageCaption", **where, caption="подпись") == (400, SAME)
    assert await wire.refused("editMessageText", **where, text="x") == (
        400,
        "Bad Request: there is no text in the message to edit",
    )
    assert await wire.refused("editMessageCaption", **where, caption="x" * 1025) == (
        400,
        "Bad Request: message caption is too long",
    )


async def test_a_text_has_no_caption(wire: Wire) -> None:
    refusal = await wire.refused(
        "editMessageCaption", chat_id=ANYA, message_id=await wire.sends(), caption="x"
    )
    assert refusal == (400, "Bad Request: there is no caption in the message to edit")


METHODS = {
    "editMessageText": "message to edit not found",
    "editMessageCaption": "message to edit not found",
    "editMessageReplyMarkup": "message to edit not found",
    "deleteMessage": "message to delete not found",
}


@pytest.mark.parametrize("method", METHODS)
async def test_a_message_that_is_gone_is_not_found(wire: Wire, method: str) -> None:
    gone = await wire.sends()
    await wire.call("deleteMessage", chat_id=ANYA, message_id=gone)
    for message_id in (gone, 5):
        refusal = await wire.refused(method, chat_id=ANYA, message_id=message_id, text="x")
        assert refusal == (400, f"Bad Request: {METHODS[method]}")
    refusal = await wire.refused(method, chat_id=ANYA, text="x")
    assert refusal == (400, "Bad Request: message identifier is not specified")


async def test_a_persons_own_message_cannot_be_edited(wire: Wire) -> None:
    said = await wire.says(ANYA, "моё")
    refusal = await wire.refused("editMessageText", chat_id=ANYA, message_id=said, text="x")
    assert refusal == (400, "Bad Request: message can't be edited")


async def test_messages_of_both_sides_can_be_deleted_for_two_days(wire: Wire) -> None:
    said, sent = await wire.says(ANYA, "a"), await wire.sends()
    late = await wire.sends()
    for message_id in (said, sent):
        assert await wire.call("deleteMessage", chat_id=ANYA, message_id=message_id) is True
    assert [m["message_id"] for m in await wire.sees()] == [late]
    await wire.control("clock", advance_s=48 * 3600 + 1)
    refusal = await wire.refused("deleteMessage", chat_id=ANYA, message_id=late)
    assert refusal == (400, "Bad Request: message can't be deleted")


async def test_many_are_deleted_at_once_and_unknown_ones_skipped(wire: Wire) -> None:
    sent = [await wire.sends() for _ in range(3)]
    assert await wire.call("deleteMessages", chat_id=ANYA, message_ids=[*sent[:2], 7]) is True
    assert [m["message_id"] for m in await wire.sees()] == sent[2:]
    await wire.control("clock", advance_s=48 * 3600 + 1)
    fresh = await wire.sends()
    refusal = await wire.refused("deleteMessages", chat_id=ANYA, message_ids=[fresh, *sent])
    assert refusal == (400, "Bad Request: message can't be deleted")
    assert [m["message_id"] for m in await wire.sees()] == [*sent[2:], fresh]


@pytest.mark.parametrize(
    ("ids", "why"),
    [
        (None, "message identifiers are not specified"),
        ([], "message identifiers are not specified"),
        (list(range(1, 102)), "too many message identifiers specified"),
        ("7", "expected an Array of message identifiers"),
        (["x"], "expected an Array of message identifiers"),
    ],
)
async def test_a_list_of_messages_to_delete_is_checked(wire: Wire, ids: object, why: str) -> None:
    refusal = await wire.refused("deleteMessages", chat_id=ANYA, message_ids=ids)
    assert refusal == (400, f"Bad Request: {why}")
