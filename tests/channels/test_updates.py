"""What is kept of an update, and that nothing which comes can break the polling."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram_updates import CONTENTS, incoming_from
from bot.domain.imports import SentFile
from bot.domain.inbox import MASK, Incoming, Kind
from tests.channels.conftest import NOON

SENDER = {"id": 10, "first_name": "Анна", "language_code": "ru"}
PRIVATE = {"id": 10, "first_name": "Анна", "type": "private"}
GROUP = {"id": -5, "title": "10Б", "type": "group"}
Update = dict[str, Any]


def message(chat: Update = PRIVATE, **content: Any) -> Update:
    return {
        "update_id": 7,
        "message": {"message_id": 3, "date": 1700000000, "chat": chat, "from": SENDER, **content},
    }


def press(shown: Update | None = None, **changes: Any) -> Update:
    shown = {"message_id": 5, "date": 1700000000, "chat": PRIVATE} if shown is None else shown
    query = {"id": "1", "from": SENDER, "message": shown, "data": "ev1:7", **changes}
    return {"update_id": 7, "callback_query": query}


def membership(status: str, chat: Update = PRIVATE) -> Update:
    change = {"chat": chat, "from": SENDER, "new_chat_member": {"status": status}}
    return {"update_id": 7, "my_chat_member": change}


def came(update: Update) -> Incoming:
    incoming = incoming_from(update, NOON)
    assert incoming is not None
    return incoming


def test_all_that_is_kept_of_a_message() -> None:
    assert came(message(text="сварщик")) == Incoming(
        channel="telegram",
        dedupe_key="7",
        account=10,
        chat="10",
        kind=Kind.TEXT,
        payload="сварщик",
        received_at=NOON,
        language="ru",
        message="3",
    )


@pytest.mark.parametrize(
    ("typed", "payload"),
    [
        ("/start", "start"),
        ("/start p_welder-1", "start p_welder-1"),
        ("/Start@traektoria_bot p_welder", "start p_welder"),
        ("/start   p_welder\n", "start p_welder"),
        ("/start s_0123456789-0123456789_xyz", "start s_0123456789-0123456789_xyz"),
        ("/start 89135550142", "start •••"),
        ("/find +7 912 345-67-89 сварщик", "find •••"),
    ],
)
def test_commands(typed: str, payload: str) -> None:
    incoming = came(message(text=typed))
    assert (incoming.kind, incoming.payload) == (Kind.COMMAND, payload)


@pytest.mark.parametrize("typed", ["/", "/привет", "/a-b", "9/11", " /start"])
def test_what_only_looks_like_a_command_is_text(typed: str) -> None:
    assert came(message(text=typed)).kind is Kind.TEXT


def test_typed_numbers_are_masked_before_anything_is_stored() -> None:
    assert came(message(text="я +7 912 345-67-89, anna@mail.ru")).payload == MASK


def test_a_press_says_which_message_to_edit() -> None:
    incoming = came(press())
    assert (incoming.kind, incoming.payload, incoming.message) == (Kind.PRESS, "ev1:7", "5")


def test_a_press_on_a_message_too_old_to_be_seen_edits_nothing() -> None:
    incoming = came(press({"message_id": 5, "date": 0, "chat": PRIVATE}))
    assert (incoming.kind, incoming.message) == (Kind.PRESS, None)


@pytest.mark.parametrize("content", CONTENTS)
def test_of_a_file_only_its_kind_is_kept(content: str) -> None:
    secret: Update = {"file_id": "x", "phone_number": "+79123456789"}
    incoming = came(message(**{content: secret}, caption="Анна Иванова"))
    assert (incoming.kind, incoming.payload, incoming.message) == (Kind.FILE, content, "3")


def document(name: str) -> Update:
    return {"file_name": name, "file_id": "BQAC-x_1", "file_size": 2048, "mime_type": "x/y"}


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("каталог.xlsx", "каталог.xlsx"),
        ("Каталог осень\n2026.XLSX", "Каталог осень 2026.XLSX"),
        ("all.csv.zip", "all.csv.zip"),
        ("../../etc/passwd.zip", "../../etc/passwd.zip"),
        ("x" * 500 + ".xlsx", "x" * 60),
        ("Иванов +7 912 345-67-89.xlsx", ".xlsx"),
    ],
)
def test_of_what_may_be_a_table_is_kept_how_to_fetch_it(name: str, kept: str) -> None:
    incoming = came(message(document=document(name), caption="Анна Иванова"))
    assert incoming.payload == f"document 2048 BQAC-x_1 {kept}"
    sent = SentFile.unpack(incoming.payload.removeprefix("document "))
    assert sent == SentFile(id="BQAC-x_1", size=2048, name=kept)


@pytest.mark.parametrize("name", ["справка.pdf", "паспорт.jpg", "xlsx", "a.xlsx.exe", ""])
def test_of_other_documents_nothing_is_kept(name: str) -> None:
    assert came(message(document=document(name))).payload == "document"


@pytest.mark.parametrize(
    ("content", "beside"), [("animation", "document"), ("venue", "location"), ("game", "photo")]
)
def test_a_file_that_comes_in_two_shapes_is_the_special_one(content: str, beside: str) -> None:
    assert came(message(**{beside: {}, content: {}})).payload == content


@pytest.mark.parametrize(("status", "kind"), [("kicked", Kind.STOPPED), ("member", Kind.RETURNED)])
def test_blocking_and_coming_back(status: str, kind: Kind) -> None:
    assert came(membership(status)).kind is kind


@pytest.mark.parametrize(
    "update",
    [
        message(GROUP, text="/start"),
        press({"message_id": 5, "date": 1, "chat": GROUP}),
        membership("kicked", GROUP),
        message(pinned_message={"message_id": 1}),
        press(data=None, game_short_name="chess") | {"callback_query": {"id": "1"}},
        {"update_id": 7, "callback_query": {"id": "1", "from": SENDER, "inline_message_id": "x"}},
        {"update_id": 7, "edited_message": {"text": "x"}},
        {"update_id": 7, "something_new": {}},
        {"update_id": 7},
    ],
)
def test_what_is_not_for_us_is_passed_over(update: Update) -> None:
    assert incoming_from(update, NOON) is None


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
part = st.sampled_from(["from", "chat", "message", "text", "data", "new_chat_member", "photo"])
kind = st.sampled_from(["message", "callback_query", "my_chat_member"])


@given(kind=kind, body=st.dictionaries(part, junk | st.dictionaries(part, junk)) | junk)
def test_nothing_that_comes_raises(kind: str, body: Any) -> None:
    assert incoming_from({"update_id": 7, kind: body}, NOON) is None
