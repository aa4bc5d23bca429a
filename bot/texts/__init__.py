"""Every sentence the bot says: texts/<language>/<feature>.ftl.

`t(key, ...)` gives HTML: whatever is filled in is escaped, unless it is Html already.
`t.plain(key, ...)` gives the same sentence for buttons, pictures and files.
Every text can ask `$tone`: informal (ты, pupils) or formal (вы).
"""

import html
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

FOLDER = Path(__file__).parent
FALLBACK = "ru"
LANGUAGES = tuple(sorted(p.name for p in FOLDER.iterdir() if any(p.glob("*.ftl"))))


class Html(str):
    """Text that is safe to send as HTML."""

    __slots__ = ()


class Texts:
    def __init__(self, language: str, tone: str = "formal") -> None:
        self.language = language
        self.tone = tone
        self._bundle = _bundle(language)

    def __call__(self, key: str, **params: object) -> Html:
        return Html(self._format(key, {name: _escaped(value) for name, value in params.items()}))

    def plain(self, key: str, **params: object) -> str:
        return self._format(key, {name: _argument(value) for name, value in params.items()})

    def has(self, key: str) -> bool:
        return self._bundle.has_message(key)

    def _format(self, key: str, arguments: Mapping[str, object]) -> str:
        pattern = self._bundle.get_message(key).value
        assert pattern is not None, key
        text, errors = self._bundle.format_pattern(pattern, {**arguments, "tone": self.tone})
        if errors:
            raise ValueError(f"text {key} ({self.language}): {errors}")
        return str(text)


def _escaped(value: object) -> object:
    if isinstance(value, int | float | Html):
        return value
    return html.escape(str(value), quote=False)


def _argument(value: object) -> object:
    return value if isinstance(value, int | float) else str(value)


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((FOLDER / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


@cache
def texts(language: str, tone: str = "formal") -> Texts:
    return Texts(language, tone)


def best_language(wanted: str | None) -> str:
    """A channel sends tags such as `en-GB`; we speak whole languages."""
    language = (wanted or FALLBACK).split("-")[0].lower()
    return language if language in LANGUAGES else FALLBACK
