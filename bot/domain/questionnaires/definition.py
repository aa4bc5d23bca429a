"""What a questionnaire asks: choices between two things, or statements on a scale."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from bot.domain.network import Interest


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One sentence in every language of the interface."""

    ru: str
    en: str

    def in_(self, language: str) -> str:
        return self.en if language == "en" else self.ru


@dataclass(frozen=True, kw_only=True)
class Side:
    interest: Interest
    wording: Wording


@dataclass(frozen=True, kw_only=True)
class Pair:
    id: str  # belongs to its wording: other words, other id, so that old answers keep their meaning
    round: int  # 1 or 2; each round is balanced by itself
    a: Side
    b: Side


@dataclass(frozen=True, kw_only=True)
class Item:
    id: str  # as of a Pair
    competency: str
    sector: str | None  # None: asked of everybody
    wording: Wording


@dataclass(frozen=True, kw_only=True)
class Questionnaire:
    """Has pairs, or items with a scale."""

    code: str
    version: int
    title: Wording
    instruction: Wording
    pairs: tuple[Pair, ...] = ()
    items: tuple[Item, ...] = ()
    scale: Mapping[int, Wording] | None = None

    @property
    def sectors(self) -> tuple[str, ...]:
        """Directions that have items of their own, in the order of the file."""
        return tuple(dict.fromkeys(item.sector for item in self.items if item.sector))

    def items_of(self, sectors: Container[str | None]) -> tuple[Item, ...]:
        """None stands for the items that everybody is asked."""
        return tuple(item for item in self.items if item.sector in sectors)
