"""parse_mode HTML: entities in UTF-16 units, and the server's words for what is wrong."""

from typing import Any

import pytest

from tests.sandbox.wire import ANYA, Wire

PREFIX = "Bad Request: can't parse entities: "
SPORT = "🏟"  # two UTF-16 units, four bytes of UTF-8


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>да</b> нет", "да нет", [entity("bold", 0, 2)]),
        ("<strong>a</strong>", "a", [entity("bold", 0, 1)]),
        ("<i>a</i>", "a", [entity("italic", 0, 1)]),
        ("<em>a</em>", "a", [entity("italic", 0, 1)]),
        ("<u>a</u>", "a", [entity("underline", 0, 1)]),
        ("<ins>a</ins>", "a", [entity("underline", 0, 1)]),
        ("<s>a</s>", "a", [entity("strikethrough", 0, 1)]),
        ("<strike>a</strike>", "a", [entity("strikethrough", 0, 1)]),
        ("<del>a</del>", "a", [entity("strikethrough", 0, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [entity("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [entity("spoiler", 0, 1)]),
        ("<code>a</code>", "a", [entity("code", 0, 1)]),
        ("<pre>a</pre>", "a", [entity("pre", 0, 1)]),
        (
            '<pre><code class="language-python">a</code></pre>',
            "a",
            [entity("pre", 0, 1, language="python")],
        ),
        (
            '<code class="language-python"><pre>a</pre></code>',
            "a",
            [entity("pre", 0, 1, language="python")],
        ),
        ('<code class="language-python">a</code>', "a", [entity("code", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [entity("blockquote", 0, 1)]),
        (
            "<blockquote expandable>a</blockquote>",
            "a",
            [entity("expandable_blockquote", 0, 1)],
        ),
        (
            '<a href="https://цопп.рф/x?a=1&amp;b=2">ссылка</a>',
            "ссылка",
            [entity("text_link", 0, 6, url="https://цопп.рф/x?a=1&b=2")],
        ),
        ("<a href=example.com>x</a>", "x", [entity("text_link", 0, 1, url="http://example.com/")]),
        ('<a href="not-a-url">x</a>', "x", []),
        (
            "<a>example.com</a>",
            "example.com",
            [entity("text_link", 0, 11, url="http://example.com/")],
        ),
        (
            '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
            "👍",
            [entity("custom_emoji", 0, 2, custom_emoji_id="5368324170671202286")],
        ),
        (f"{SPORT} <b>{SPORT}&lt;</b>", f"{SPORT} {SPORT}<", [entity("bold", 3, 3)]),
        ("&lt;b&gt; &amp; &quot;x&quot; &#1103; &#x44f;", '<b> & "x" я я', []),
        ("&copy; &nope; & &#0;", "&copy; &nope; & &#0;", []),
        ("<B>a</b>", "a", [entity("bold", 0, 1)]),
        ("<b>a</>", "a", [entity("bold", 0, 1)]),
        ('<b id = "x" class=y>a</b  >', "a", [entity("bold", 0, 1)]),
        ("a<b></b>", "a", []),
        ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("<i><b>a</b></i>", "a", [entity("bold", 0, 1), entity("italic", 0, 1)]),
        ("<b>a</b><b>b</b>", "ab", [entity("bold", 0, 2)]),
        (
            "<i>a<b>b</b></i><b>c</b>",
            "abc",
            [entity("italic", 0, 2), entity("bold", 1, 1), entity("bold", 2, 1)],
        ),
        ("  <b> a </b>  ", "a", [entity("bold", 0, 1)]),
        ("a<b> </b>b", "a b", []),
    ],
)
async def test_html_is_read(
    wire: Wire, html: str, text: str, entities: list[dict[str, Any]]
) -> None:
    message = await wire.call("sendMessage", chat_id=ANYA, text=html, parse_mode="HTML")
    assert message["text"] == text
    assert message.get("entities", []) == entities


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>a</i>", 'Can\'t find end tag corresponding to start tag "b"'),
        (
            "<b><i>test</b></i>",
            'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"',
        ),
        (
            f"{SPORT}<i>я</em>",
            'Unmatched end tag at byte offset 9, expected "</i>", found "</em>"',
        ),
        ("<script>a</script>", 'Unsupported start tag "script" at byte offset 0'),
        ("я <br> a", 'Unsupported start tag "br" at byte offset 3'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("3 < 4 and more", 'Unsupported start tag "" at byte offset 2'),
        ("<b =x>a</b>", 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<b x = ", 'Unclosed start tag "b" at byte offset 0'),
        ("<b x=1,>a</b>", "Unexpected end of name token at byte offset 5"),
        ("<b x='1>a</b>", "Unclosed start tag at byte offset 0"),
        ("<b>a</b ", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        (
            '<tg-emoji emoji-id="9999999999999999999">x</tg-emoji>',
            "Invalid custom emoji identifier specified",
        ),
        (
            "&#xDFDF;",
            "Text contains invalid Unicode characters after decoding HTML entities,"
            " check for unmatched surrogate code units",
        ),
    ],
)
async def test_html_is_refused_with_the_place_of_the_mistake(
    wire: Wire, html: str, why: str
) -> None:
    refusal = await wire.refused("sendMessage", chat_id=ANYA, text=html, parse_mode="HTML")
    assert refusal == (400, PREFIX + why)


async def test_a_mention_by_id_shows_the_person_and_is_plain_for_a_stranger(wire: Wire) -> None:
    html = f'<a href="tg://user?id={ANYA}">a</a> <a href="tg://user?id=5">b</a>'
    message = await wire.call("sendMessage", chat_id=ANYA, text=html, parse_mode="html")
    assert [e["user"]["first_name"] for e in message["entities"]] == ["Аня"]


async def test_html_of_nothing_but_tags_is_an_empty_text(wire: Wire) -> None:
    refusal = await wire.refused("sendMessage", chat_id=ANYA, text="<b> </b>", parse_mode="HTML")
    assert refusal == (400, "Bad Request: text must be non-empty")
