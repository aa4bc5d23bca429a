"""copyMessage and forwardMessage."""

import pytest

from tests.sandbox.test_files import PNG
from tests.sandbox.wire import ANYA, SERGEY, Wire, button, keyboard


async def test_a_copy_has_the_content_and_no_trace_of_where_it_came_from(wire: Wire) -> None:
    said = await wire.says(ANYA, "привет #тег")
    copy = await wire.call(
        "copyMessage",
        chat_id=SERGEY,
        from_chat_id=ANYA,
        message_id=said,
        reply_markup=keyboard([button()]),
    )
    assert set(copy) == {"message_id"}
    (seen,) = await wire.sees(SERGEY)
    assert (seen["message_id"], seen["from"]) == (copy["message_id"], "bot")
    assert (seen["text"], seen["buttons"]) == ("привет #тег", [[button()]])


async def test_a_copy_may_have_a_new_caption(wire: Wire) -> None:
    params = {"chat_id": str(ANYA), "caption": "old"}
    sent = (await wire.upload("sendPhoto", params, photo=PNG))["result"]["message_id"]
    where = {"chat_id": SERGEY, "from_chat_id": ANYA, "message_id": sent}
    await wire.call("copyMessage", **where)
    await wire.call("copyMessage", **where, caption="new")
    await wire.call("copyMessage", **where, caption="")
    assert [m.get("caption") for m in await wire.sees(SERGEY)] == ["old", "new", None]


async def test_a_forward_names_its_origin_and_cannot_be_edited(wire: Wire) -> None:
    said = await wire.says(ANYA, "привет")
    where = {"from_chat_id": ANYA, "message_id": said}
    first = await wire.call("forwardMessage", chat_id=SERGEY, **where)
    assert first["forward_origin"]["sender_user"]["first_name"] == "Аня"
    where = {"from_chat_id": SERGEY, "message_id": first["message_id"]}
    second = await wire.call("forwardMessage", chat_id=ANYA, **where)
    assert second["forward_origin"] == first["forward_origin"]
    refusal = await wire.refused(
        "editMessageText", chat_id=SERGEY, message_id=first["message_id"], text="x"
    )
    assert refusal == (400, "Bad Request: message can't be edited")


@pytest.mark.parametrize(
    ("method", "missing"),
    [
        ("copyMessage", "message to copy not found"),
        ("forwardMessage", "message to forward not found"),
    ],
)
async def test_what_is_not_there_cannot_be_passed_on(wire: Wire, method: str, missing: str) -> None:
    refusal = await wire.refused(method, chat_id=SERGEY, from_chat_id=ANYA, message_id=7)
    assert refusal == (400, f"Bad Request: {missing}")
    refusal = await wire.refused(method, chat_id=SERGEY, from_chat_id=5, message_id=7)
    assert refusal == (400, "Bad Request: chat not found")
    protected = await wire.sends(protect_content=True)
    refusal = await wire.refused(method, chat_id=SERGEY, from_chat_id=ANYA, message_id=protected)
    assert refusal[0] == 400
