"""parse_mode MarkdownV2."""

from typing import Any

import pytest

from tests.sandbox.test_html_text import PREFIX, entity
from tests.sandbox.wire import ANYA, Wire

ESCAPE = "Character '{}' is reserved and must be escaped with the preceding '\\'"


@pytest.mark.parametrize(
    ("markdown", "text", "entities"),
    [
        ("*да* нет", "да нет", [entity("bold", 0, 2)]),
        ("_a_", "a", [entity("italic", 0, 1)]),
        ("__a__", "a", [entity("underline", 0, 1)]),
        ("~a~", "a", [entity("strikethrough", 0, 1)]),
        ("||a||", "a", [entity("spoiler", 0, 1)]),
        ("`a*b`", "a*b", [entity("code", 0, 3)]),
        ("```\na_b```", "a_b", [entity("pre", 0, 3)]),
        ("```python\na```", "a", [entity("pre", 0, 1, language="python")]),
        ("[x](https://e.org/\\))", "x", [entity("text_link", 0, 1, url="https://e.org/)")]),
        ("[e\\.org]", "e.org", [entity("text_link", 0, 5, url="http://e.org/")]),
        (
            "*a _b_ __c__*",
            "a b c",
            [entity("bold", 0, 5), entity("italic", 2, 1), entity("underline", 4, 1)],
        ),
        ("🏟*🏟*", "🏟🏟", [entity("bold", 2, 2)]),
        ("1\\. \\*a\\* \\\\", "1. *a* \\", []),
        (">a\n>b\nc", "a\nb\nc", [entity("blockquote", 0, 4)]),
        (">a\n>b||\nc", "a\nb\nc", [entity("expandable_blockquote", 0, 4)]),
        (
            "![👍](tg://emoji?id=25)",
            "👍",
            [entity("custom_emoji", 0, 2, custom_emoji_id="25")],
        ),
        ("a**b", "ab", []),
    ],
)
async def test_markdown_is_read(
    wire: Wire, markdown: str, text: str, entities: list[dict[str, Any]]
) -> None:
    message = await wire.call("sendMessage", chat_id=ANYA, text=markdown, parse_mode="MarkdownV2")
    assert message["text"] == text
    assert message.get("entities", []) == entities


@pytest.mark.parametrize(
    ("markdown", "why"),
    [
        *((f"a{c}b", ESCAPE.format(c)) for c in ".-!()#+={}>|]"),
        ("*a", "Can't find end of Bold entity at byte offset 0"),
        ("я_a", "Can't find end of Italic entity at byte offset 2"),
        ("__a", "Can't find end of Underline entity at byte offset 0"),
        ("~a", "Can't find end of Strikethrough entity at byte offset 0"),
        ("||a", "Can't find end of Spoiler entity at byte offset 0"),
        ("`a", "Can't find end of Code entity at byte offset 0"),
        ("```a", "Can't find end of Pre entity at byte offset 0"),
        ("```a b", "Can't find end of PreCode entity at byte offset 0"),
        ("[a](b", "Can't find end of a URL at byte offset 4"),
        ("*bold _italic\\_*", "Can't find end of Bold entity at byte offset 15"),
        (">*b\n>c\nd*", "Can't find end of Bold entity at byte offset 1"),
        ("![👍](https://e.org)", "Custom emoji entity must contain a tg://emoji URL"),
    ],
)
async def test_markdown_is_refused_with_the_place_of_the_mistake(
    wire: Wire, markdown: str, why: str
) -> None:
    refusal = await wire.refused(
        "sendMessage", chat_id=ANYA, text=markdown, parse_mode="MarkdownV2"
    )
    assert refusal == (400, PREFIX + why)
