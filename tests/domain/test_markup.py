import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import Refusal
from bot.domain.markup import (
    BadAddress,
    NotClosed,
    NothingWritten,
    NotOpened,
    UnknownTag,
    parsed,
)
from bot.sandbox.html_text import HtmlText


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("Привет", "Привет"),
        ("<b>Привет</b>, <i>мир</i>", "<b>Привет</b>, <i>мир</i>"),
        ("<STRONG>да</strong> <em>и</em> <ins>ещё</ins> <del>нет</del>",
         "<b>да</b> <i>и</i> <u>ещё</u> <s>нет</s>"),
        ("<b><i>оба</i></b>", "<b><i>оба</i></b>"),
        ("<code>pip</code>", "<code>pip</code>"),
        ("5 < 6 & 7 > 6", "5 &lt; 6 &amp; 7 &gt; 6"),
        ("<3 и <Иванов>", "&lt;3 и &lt;Иванов&gt;"),
        ("&lt;b&gt; уже так", "&lt;b&gt; уже так"),
        ("R&D &copy", "R&amp;D &amp;copy"),
        ('<a href="https://a.example/?x=1&y=2">сюда</a>',
         '<a href="https://a.example/?x=1&amp;y=2">сюда</a>'),
        ("<a href=https://a.example>сюда</a>", '<a href="https://a.example">сюда</a>'),
        ("  по краям \n", "по краям"),
        ("\u202eспрятано\u0007", "спрятано"),
    ],
)  # fmt: skip
def test_what_is_typed_is_written_anew(typed: str, html: str) -> None:
    assert parsed(typed).html == html


@pytest.mark.parametrize(
    ("typed", "refusal", "line", "tag"),
    [
        ("строка\n<h1>Заголовок</h1>", UnknownTag, "2", "<h1>"),
        ("<b class='x'>а</b>", UnknownTag, "1", "<b class='x'>"),
        ("раз\nдва <b>три", NotClosed, "2", "<b>"),
        ("<b>раз <i>два</b></i>", NotOpened, "1", "</b>"),
        ("раз</u>", NotOpened, "1", "</u>"),
        ("\n\nтри <a>без адреса</a>", BadAddress, "1", "<a>"),
        ('<a href="javascript:alert(1)">x</a>', BadAddress, "1", None),
        (
            '<a href="https://a.example"><a href="https://b.example">x</a></a>',
            BadAddress,
            "1",
            None,
        ),
    ],
)
def test_a_mistake_is_named_with_its_place(
    typed: str, refusal: type[Refusal], line: str, tag: str | None
) -> None:
    with pytest.raises(refusal) as raised:
        parsed(typed)
    assert raised.value.params["line"] == line
    assert tag in (None, raised.value.params["tag"])


@pytest.mark.parametrize("typed", ["", "  \n", "<b> </b>", "\u202e"])
def test_nothing_is_no_text(typed: str) -> None:
    with pytest.raises(NothingWritten):
        parsed(typed)


def test_length_is_that_of_what_is_seen_as_channels_count() -> None:
    assert parsed("<b>да</b> &lt;").length == len("да <")
    assert parsed("🙂").length == 2


@given(st.text(alphabet="<>/abiu=\"' hrefcode&lt;gtмир\n🙂", max_size=60))
def test_whatever_is_accepted_is_accepted_by_telegram_and_shows_the_same(typed: str) -> None:
    """tdlib's own parser, as the sandbox has it, reads what we write, and loses nothing of it."""
    try:
        markup = parsed(typed)
    except Refusal:
        return
    seen, entities = HtmlText(markup.html).parsed()
    assert len(seen.encode("utf-16-le")) // 2 == markup.length
    assert seen == html.unescape(re.sub(r"<[^<>]*>", "", markup.html))
    assert len(entities) <= markup.html.count("</")
