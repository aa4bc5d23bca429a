"""Every language says the same things, and the code asks only for things that are said."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import ast, parse
from fluent.syntax.serializer import FluentSerializer

from bot.domain.errors import Refusal
from bot.texts import FOLDER, LANGUAGES

PROJECT = Path(__file__).parents[1]
CODE = {p: p.read_text(encoding="utf-8") for p in (PROJECT / "bot").rglob("*.py")}
KEY = re.compile(r'"([a-z][\w]*-[\w-]+)"')
# t.plain(f"start-role-{role}"): what stands before and after the filled-in part
FAMILY = re.compile(r'f"([a-z][\w-]*-)\{[^"]*?\}([\w-]*)"')
IMPLIED = {"tone"}


def messages(language: str) -> dict[str, frozenset[str]]:
    """Message -> the variables that it asks for."""
    found: dict[str, frozenset[str]] = {}
    for path in (FOLDER / language).glob("*.ftl"):
        for entry in parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.value is not None
                assert entry.id.name not in found, f"{entry.id.name} stands twice"
                variables = re.findall(r"\$(\w+)", FluentSerializer().serialize_entry(entry))
                found[entry.id.name] = frozenset(variables) - IMPLIED
    return found


def refusals(kind: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    for child in kind.__subclasses__():
        yield child
        yield from refusals(child)


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_agree(language: str) -> None:
    russian = messages("ru")
    other = messages(language)
    assert other.keys() == russian.keys()
    assert {key for key, asks in other.items() if not asks <= russian[key]} == set()


def test_every_refusal_has_a_text() -> None:
    assert {kind.text for kind in refusals()} <= messages("ru").keys()


def test_code_asks_only_for_known_texts() -> None:
    known = messages("ru").keys()
    asked = {
        (path.name, key)
        for path, code in CODE.items()
        for key in re.findall(r'\bt(?:\.plain)?\(\s*"([\w-]+)"', code)
        if "-" in key
    }
    assert {(name, key) for name, key in asked if key not in known} == set()


def test_every_text_is_used() -> None:
    code = "\n".join(CODE.values())
    named = set(KEY.findall(code))
    families = FAMILY.findall(code)

    def is_used(key: str) -> bool:
        return key in named or any(key.startswith(a) and key.endswith(b) for a, b in families)

    assert {key for key in messages("ru") if not is_used(key)} == set()
