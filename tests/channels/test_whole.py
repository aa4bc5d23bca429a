"""What is kept of a message only where staff were asked for all of it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram_entities import with_tags
from bot.domain.files import KeptFile, unpack_kept
from bot.domain.inbox import MASK, MAX_TYPED
from bot.domain.markup import parsed
from tests.channels.test_updates import came, message, press

Entity = dict[str, Any]


def entity(kind: str, offset: int, length: int, **more: str) -> Entity:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("typed", "payload"),
    [
        ("Звоните: 8 (3842) 12-34-56-78", MASK),
        ("а" * (MAX_TYPED + 1), "а" * MAX_TYPED),
    ],
)
def test_what_is_minimised_travels_whole_beside_it(typed: str, payload: str) -> None:
    incoming = came(message(text=typed))
    assert (incoming.payload, incoming.whole) == (payload, typed)


def test_what_is_kept_anyway_does_not_travel_twice() -> None:
    assert came(message(text="сварщик")).whole is None
    assert came(message(text="/start")).whole is None
    assert came(press()).whole is None


def test_formatting_of_the_app_becomes_tags() -> None:
    bold = [entity("bold", 0, 3), entity("url", 4, 5)]
    assert came(message(text="Да & нет", entities=bold)).whole == "<b>Да </b>&amp; нет"


@pytest.mark.parametrize(
    ("text", "entities", "tagged"),
    [
        ("<b>сам</b>", [], "<b>сам</b>"),
        ("2 < 3", [entity("bold", 0, 1)], "<b>2</b> &lt; 3"),
        ("раз", [entity("bold", 0, 3), entity("italic", 0, 3)], "<b><i>раз</i></b>"),
        ("раз два", [entity("italic", 4, 3), entity("bold", 0, 7)], "<b>раз <i>два</i></b>"),
        ("раздва", [entity("bold", 0, 3), entity("code", 3, 3)], "<b>раз</b><code>два</code>"),
        ("🙂да", [entity("underline", 2, 2)], "🙂<u>да</u>"),
        ("тут", [entity("text_link", 0, 3, url='https://a.example/?"&x')],
         '<a href="https://a.example/?&quot;&amp;x">тут</a>'),
        ("@a #b", [entity("mention", 0, 2), entity("strikethrough", 3, 2)], "@a <s>#b</s>"),
    ],
)  # fmt: skip
def test_tags_stand_where_the_formatting_did(
    text: str, entities: list[Entity], tagged: str
) -> None:
    assert with_tags(text, entities) == tagged


@given(st.text("абв<&🙂", min_size=1, max_size=12), st.data())
def test_what_is_nested_as_telegram_nests_it_can_be_read(text: str, data: st.DataObject) -> None:
    """An outer piece of formatting and another one inside it."""
    size = len(text)
    begin = data.draw(st.integers(0, size - 1))
    end = data.draw(st.integers(begin + 1, size))
    inner = data.draw(st.integers(begin, end - 1))
    units = [len(text[:n].encode("utf-16-le")) // 2 for n in range(size + 1)]
    both = [
        entity("bold", units[begin], units[end] - units[begin]),
        entity("italic", units[inner], units[end] - units[inner]),
    ]
    markup = parsed(with_tags(text, both))
    assert markup.length == units[size]
    assert ("<b>" in markup.html, "<i>" in markup.html) == (True, True)


@pytest.mark.parametrize(
    ("content", "file"),
    [
        ({"photo": [{"file_id": "small"}, {"file_id": "large"}]}, KeptFile(id="large", photo=True)),
        ({"document": {"file_id": "x", "file_name": "План на май.pdf"}},
         KeptFile(id="x", photo=False, name="План на май.pdf")),
        ({"document": {"file_id": "x"}}, KeptFile(id="x", photo=False)),
    ],
)  # fmt: skip
def test_a_picture_or_a_document_can_be_sent_again(content: Entity, file: KeptFile) -> None:
    incoming = came(message(**content))
    assert incoming.payload in ("photo", "document")
    assert unpack_kept(incoming.whole or "") == file


@pytest.mark.parametrize(
    "content",
    [{"voice": {"file_id": "x"}}, {"document": {"file_id": "x", "file_name": "каталог.xlsx"}}],
)
def test_nothing_more_is_kept_of_anything_else(content: Entity) -> None:
    assert came(message(**content)).whole is None
