"""The command menu beside the input line, in every language."""

from collections.abc import Mapping, Sequence

from bot.texts import FALLBACK, LANGUAGES, texts

PERSONAL = ("menu", "events", "me", "settings", "help", "privacy", "export", "forget", "stop")


def commands() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Language -> (name, description), what most people speak first."""
    return {
        language: [(name, texts(language).plain(f"commands-{name}")) for name in PERSONAL]
        for language in sorted(LANGUAGES, key=lambda known: known != FALLBACK)
    }
