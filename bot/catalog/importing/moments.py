"""When events are, as a cell holds it: a day, perhaps counted from the first import, and hours."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.catalog.importing import cells
from bot.catalog.importing.cells import Start, Wrong, shown
from bot.catalog.importing.groups import WEEKDAYS

_CLOCK = r"[0-9]{1,2}[:.][0-9]{2}"
_SPAN = re.compile(
    rf"(?P<day>.+?)\s+(?P<begins>{_CLOCK})\s*[-–—]\s*((?P<last>.+?)\s+)?(?P<ends>{_CLOCK})"
)
_MOMENT = re.compile(rf"(?P<day>.+?)\s+(?P<clock>{_CLOCK})")


@dataclass(frozen=True, kw_only=True)
class Span:
    starts_at: datetime
    ends_at: datetime
    moved: timedelta = timedelta()  # from the day that the cell says

    @classmethod
    def never(cls, zone: ZoneInfo) -> "Span":
        """Stands for a cell that is wrong: its row never leaves the import."""
        moment = datetime(2000, 1, 1, tzinfo=zone)
        return cls(starts_at=moment, ends_at=moment)


@dataclass(frozen=True, kw_only=True)
class Times:
    anchor: date  # day 0 of relative dates
    zone: ZoneInfo

    def span(self, value: str) -> Span:
        """ "+12 15:00-17:00", "сб +12 11:00-14:00", "2026-03-05 10:00 - 2026-03-07 16:00"."""
        found = _SPAN.fullmatch(value)
        if not found:
            raise Wrong(
                f"{shown(value)} — нужны день и время: 2026-03-05 15:00-17:00 или +12 15:00-17:00"
            )
        start = _start(found["day"], self.anchor)
        last = start.day if not found["last"] else self._day(found["last"], start.moved)
        return Span(
            starts_at=self._at(start.day, found["begins"]),
            ends_at=self._at(last, found["ends"]),
            moved=start.moved,
        )

    def moment(self, moved: timedelta) -> Callable[[str], datetime]:
        """ "2026-03-04 18:00", or "+10 18:00", which moves as far as the event itself."""

        def parse(value: str) -> datetime:
            found = _MOMENT.fullmatch(value)
            if not found:
                raise Wrong(f"{shown(value)} — нужны день и время: 2026-03-04 18:00 или +10 18:00")
            return self._at(self._day(found["day"], moved), found["clock"])

        return parse

    def _day(self, value: str, moved: timedelta) -> date:
        day = cells.day(self.anchor)(value)
        return day + moved if cells.is_relative(value) else day

    def _at(self, day: date, clock: str) -> datetime:
        hours, minutes = map(int, re.split("[:.]", clock))
        try:
            return datetime.combine(day, time(hours, minutes), self.zone)
        except ValueError:
            raise Wrong(f"{shown(clock)} — такого времени нет") from None


def _start(value: str, anchor: date) -> Start:
    """A relative day moves on to the weekday before it, and past the New Year holidays."""
    word, _, rest = value.partition(" ")
    weekday = WEEKDAYS.index(word.lower()) if word.lower() in WEEKDAYS else None
    said = value if weekday is None else rest.strip()
    parsed = cells.day(anchor)(said)
    found = _onto(parsed, weekday)
    if not cells.is_relative(said):
        if found != parsed:
            raise Wrong(f"{shown(value)} — это {WEEKDAYS[parsed.weekday()]}, а не {word.lower()}")
        return Start(parsed, timedelta())
    if cells.is_holiday(found):
        found = _onto(cells.after_holidays(found), weekday)
    return Start(found, found - parsed)


def _onto(day: date, weekday: int | None) -> date:
    """The first such weekday from `day` on."""
    return day if weekday is None else day + timedelta(days=(weekday - day.weekday()) % 7)
