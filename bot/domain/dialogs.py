"""What a typed message means right now: an option of the screen last shown, or an answer."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Option:
    key: str  # casefolded; "" when only the label counts
    label: str  # casefolded
    action: str  # the packed callback


@dataclass(frozen=True, kw_only=True)
class Dialog:
    expects: str = ""  # the packed callback that the next typed text completes
    options: tuple[Option, ...] = ()


def chosen(options: Sequence[Option], typed: str) -> Option | None:
    """The option that was typed, by its number, letter or label."""
    wanted = typed.strip().rstrip(".)").casefold()
    for option in options:
        if wanted and wanted in (option.key, option.label, option.label.partition(". ")[2]):
            return option
    return None
