"""What a cell may hold. Each parser takes a stripped text and raises Wrong."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple, TypeVar

from rapidfuzz import fuzz, process

from bot.domain.network import DayPart

SEPARATOR = ";"
SATURDAY = 5  # of date.weekday()
DECEMBER = 12
LAST_DAYS, FIRST_DAYS = (DECEMBER, 30), (1, 8)  # the New Year holidays, month and day

_MOST_TRIED = 1000  # a file wrong in every line must be refused in seconds too
_MOST_VALUES = 30  # in one cell
_HARD_SPACE = "\u00a0"

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,23}")  # two of them fit a button
_SLUG = re.compile(r"(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*")
_OKTMO = re.compile(r"[0-9]{8}([0-9]{3})?")
_WHOLE = re.compile(r"[0-9]{1,9}")
_NUMBER = re.compile(r"-?[0-9]{1,9}([.,][0-9]{1,9})?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_RUSSIAN = re.compile(r"(?P<day>[0-9]{2})\.(?P<month>[0-9]{2})\.(?P<year>[0-9]{4})")
_RELATIVE = re.compile(r"[+-]?[0-9]{1,4}")  # Excel drops the plus
_YEARS = range(2000, 2101)

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_Enum = TypeVar("_Enum", bound=StrEnum)


class Wrong(ValueError):
    """Says in Russian what is wrong in a cell and what is allowed."""


@dataclass(frozen=True)
class Codes:
    """Parser of a reference into `file`. `known` None = that file is broken: nothing is checked."""

    file: str
    known: Collection[str] | None

    def __call__(self, value: str) -> str:
        if value and (self.known is None or value in self.known):
            return value
        hint = nearest(value, self.known or ())
        raise Wrong(f"{shown(value)} — нужен код из файла {self.file}{hint}")


def text(most: int) -> Callable[[str], str]:
    def parse(value: str) -> str:
        if not value:
            raise Wrong("пусто, а текст обязателен")
        hidden = [s for s in value.replace(_HARD_SPACE, " ") if not s.isprintable()]
        if hidden:
            raise Wrong(f"невидимый знак U+{ord(hidden[0]):04X}: удалите его, нужна одна строка")
        if len(value) > most:
            raise Wrong(f"{shown(value)} — {len(value)} знаков, можно не больше {most}")
        return value

    return parse


def code(value: str) -> str:
    if not _CODE.fullmatch(value):
        raise Wrong(f"{shown(value)} — нужны латинские буквы, цифры, «.», «_» и «-», до 24 знаков")
    return value


def slug(value: str) -> str:
    if not _SLUG.fullmatch(value):
        raise Wrong(
            f"{shown(value)} — нужны маленькие латинские буквы и цифры через «-», до 60 знаков"
        )
    return value


def oktmo(value: str) -> str:
    if not _OKTMO.fullmatch(value):
        raise Wrong(f"{shown(value)} — код ОКТМО состоит из 8 или 11 цифр")
    return value


def whole(least: int, most: int) -> Callable[[str], int]:
    def parse(value: str) -> int:
        if not _WHOLE.fullmatch(value) or not least <= int(value) <= most:
            raise Wrong(f"{shown(value)} — нужно целое число от {least} до {most}")
        return int(value)

    return parse


def number(least: float, most: float) -> Callable[[str], float]:
    def parse(value: str) -> float:
        found = float(value.replace(",", ".")) if _NUMBER.fullmatch(value) else None
        if found is None or not least <= found <= most:
            raise Wrong(f"{shown(value)} — нужно число от {least:g} до {most:g}")
        return found

    return parse


def weight(value: str) -> float:
    if not _NUMBER.fullmatch(value) or not 0 < (found := float(value.replace(",", "."))) <= 1:
        raise Wrong(f"{shown(value)} — вес должен быть больше 0 и не больше 1")
    return found


def flag(value: str) -> bool:
    if value not in ("0", "1"):
        raise Wrong(f"{shown(value)} — нужно 1 (да) или 0 (нет)")
    return value == "1"


def one_of(values: type[_Enum]) -> Callable[[str], _Enum]:
    options = [str(option) for option in values]

    def parse(value: str) -> _Enum:
        if value in options:
            return values(value)
        raise Wrong(f"{shown(value)} — можно: {', '.join(options)}{nearest(value, options)}")

    return parse


def calendar_day(value: str) -> date:
    """A date as people or Excel write it."""
    if found := _ISO.fullmatch(value):
        parts = tuple(map(int, found.groups()))
    elif found := _RUSSIAN.fullmatch(value):
        parts = tuple(int(found[part]) for part in ("year", "month", "day"))
    else:
        raise Wrong(f"{shown(value)} — нужна дата 2026-09-01")
    try:
        parsed = date(*parts)
    except ValueError:
        raise Wrong(f"{shown(value)} — такой даты нет") from None
    if parsed.year not in _YEARS:
        raise Wrong(f"{shown(value)} — год должен быть от {_YEARS[0]} до {_YEARS[-1]}")
    return parsed


def day(anchor: date) -> Callable[[str], date]:
    """A date, or days counted from the anchor: "+21"."""

    def parse(value: str) -> date:
        if is_relative(value):
            return anchor + timedelta(days=int(value))
        if not (_ISO.fullmatch(value) or _RUSSIAN.fullmatch(value)):
            raise Wrong(f"{shown(value)} — нужна дата 2026-09-01 или число дней от загрузки: +21")
        return calendar_day(value)

    return parse


class Start(NamedTuple):
    day: date
    moved: timedelta  # from what the cell says


def teaching_day(anchor: date, daypart: DayPart) -> Callable[[str], Start]:
    """Like day(); a relative one moves on to a day on which such a group can begin."""
    plain = day(anchor)

    def parse(value: str) -> Start:
        parsed = plain(value)
        if not is_relative(value):
            return Start(parsed, timedelta())
        found = _weekday_for(parsed, daypart)
        if is_holiday(found):
            found = _weekday_for(after_holidays(found), daypart)
        return Start(found, found - parsed)

    return parse


def is_relative(value: str) -> bool:
    """Whether a date is counted from the anchor."""
    return _RELATIVE.fullmatch(value) is not None


def is_holiday(day: date) -> bool:
    """Of the New Year."""
    return (day.month, day.day) >= LAST_DAYS or (day.month, day.day) <= FIRST_DAYS


def after_holidays(day: date) -> date:
    """The day after those that `day` is in."""
    return date(day.year + (day.month == DECEMBER), 1, FIRST_DAYS[1] + 1)


def _weekday_for(wanted: date, daypart: DayPart) -> date:
    """The first Saturday for weekend groups, else the first working day, from `wanted` on."""
    weekday = wanted.weekday()
    if daypart is DayPart.WEEKEND:
        return wanted + timedelta(days=(SATURDAY - weekday) % 7)
    return wanted + timedelta(days=7 - weekday if weekday >= SATURDAY else 0)


def several(parse: Callable[[str], _Value]) -> Callable[[str], tuple[_Value, ...]]:
    """Different values with ";" between them."""

    def parse_all(value: str) -> tuple[_Value, ...]:
        parts = [part.strip() for part in value.split(SEPARATOR) if part.strip()]
        if not parts:
            raise Wrong("пусто — нужно хотя бы одно значение")
        if len(parts) > _MOST_VALUES:
            raise Wrong(f"значений {len(parts)}, можно не больше {_MOST_VALUES}")
        if repeated := next((part for part in parts if parts.count(part) > 1), None):
            raise Wrong(f"{shown(repeated)} — записано дважды")
        return tuple(parse(part) for part in parts)

    return parse_all


def pairs(
    key: Callable[[str], _Key], value: Callable[[str], _Value]
) -> Callable[[str], dict[_Key, _Value]]:
    """ "safe.work:2; mach.weld:3" -> a mapping."""

    def parse_pair(pair: str) -> tuple[_Key, _Value]:
        left, colon, right = (part.strip() for part in pair.partition(":"))
        if not (left and colon and right):
            raise Wrong(f"{shown(pair)} — нужна пара «код:число», пары разделяет «;»")
        return key(left), value(right)

    def parse(cell: str) -> dict[_Key, _Value]:
        found = several(parse_pair)(cell)
        if len(mapping := dict(found)) < len(found):
            raise Wrong(f"{shown(cell)} — один код записан дважды")
        return mapping

    return parse


def shown(value: str) -> str:
    """Quoted for a message, cut short, safe for a terminal."""
    if not value:
        return "пусто"
    clipped = value if len(value) <= 40 else value[:39] + "…"
    return "«" + "".join(sign if sign.isprintable() else "�" for sign in clipped) + "»"


def nearest(value: str, options: Collection[str]) -> str:
    """A suggestion to add to a message; empty if nothing is alike, or there is too much to try."""
    if len(options) > _MOST_TRIED:
        return ""
    found = process.extractOne(value[:60], sorted(options), scorer=fuzz.ratio, score_cutoff=55)
    return f"; возможно, «{found[0]}»" if found else ""
