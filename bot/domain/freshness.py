"""Whether what a card says was looked at lately."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum


class Source(StrEnum):
    """Who said that a card is still true."""

    IMPORT = "import"
    STAFF = "staff"
    PARTNER = "partner"


@dataclass(frozen=True, kw_only=True)
class Confirmed:
    """On which day each programme's card was confirmed, and how long that is good for."""

    days: Mapping[str, date] = field(default_factory=dict)
    lasts: timedelta = timedelta(days=90)

    def is_fresh(self, programme: str, today: date) -> bool:
        """A card of which nobody knows the day is not called old."""
        day = self.days.get(programme)
        return day is None or today - day <= self.lasts
