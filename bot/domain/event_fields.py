"""The fields of an event, and what staff type for them. Rules only."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.errors import Refusal
from bot.domain.event_times import LONGEST as LONGEST_SPAN
from bot.domain.event_times import Around, Span, read_span
from bot.domain.events import Event, EventType, GroupRules

LONGEST = {"title": 90, "about": 500, "note": 150}  # characters
AGE_MARKS = (0, 6, 12, 16, 18)
MOST_PLACES = 5000
YES_OR_NO = {"да": True, "yes": True, "нет": False, "no": False}
EMPTY = ("-", "–", "—", "нет", "no", "none")


class BadField(Refusal):
    """`problem` says what is wrong with what was typed; the question is asked again."""

    text = "announcements-error"


class Field(StrEnum):
    """In the order in which a new event is asked for; NEXT leads through the first ones."""

    TITLE_RU = "title_ru"
    WHEN = "when"
    CITY = "city"
    PLACE = "place"
    FOR_WHOM = "for_whom"
    CAPACITY = "capacity"
    ABOUT_RU = "about_ru"
    TYPE = "type"
    SECTOR = "sector"
    LINK = "link"
    AGE_MARK = "age_mark"
    GROUPS = "groups"
    PER_SCHOOL = "per_school"
    DEADLINE = "deadline"
    BRING = "bring"
    DOCUMENTS = "documents"
    BRIEFING = "briefing"
    ACCESSIBLE = "accessible"
    FEDERAL = "federal"
    LEAD_TIMES = "lead_times"
    CO_ORGANISERS = "co_organisers"
    PROGRAMMES = "programmes"
    TITLE_EN = "title_en"
    ABOUT_EN = "about_en"


Closest = Callable[[str, Mapping[str, Sequence[str]]], Sequence[str]]  # codes -> their names


class Lists:
    """Codes that a field may name, by what people call them (casefolded).

    `closest`: which codes something misspelt means, the likeliest first.
    """

    def __init__(self, closest: Closest, **known: Mapping[str, str]) -> None:
        self._closest = closest
        self._known = known

    def code(self, field: Field, typed: str) -> str:
        """Raises BadField."""
        known = self._known[field]
        code = known.get(typed.strip().casefold())
        if code is not None:
            return code
        names: dict[str, list[str]] = {}
        for name, of in known.items():
            names.setdefault(of, []).append(name)
        meant = self._closest(typed, names)
        if len(meant) != 1:
            problem = "several" if meant else "unknown"
            raise BadField(field=field, problem=problem, typed=typed[:40])
        return meant[0]


def filled(
    event: Event, field: Field, typed: str, zone: ZoneInfo, lists: Lists, now: datetime
) -> Event:
    """The event with one field as it was typed. Raises BadField."""
    said = typed.strip()
    if field is Field.WHEN:
        return _moved(event, said, zone, now)
    if field is Field.DEADLINE:
        return _deadline(event, said, zone, now)
    if field in (Field.CITY, Field.SECTOR, Field.TYPE, Field.CO_ORGANISERS, Field.PROGRAMMES):
        return _listed(event, field, said, lists)
    change: dict[str, Any] = _READ[field](field, said)
    return replace(event, **change)


def _listed(event: Event, field: Field, said: str, lists: Lists) -> Event:
    several = field in (Field.CO_ORGANISERS, Field.PROGRAMMES)
    value: Any
    if said.casefold() in EMPTY and field is not Field.TYPE:
        value = () if several else None
    elif several:
        value = tuple(lists.code(field, part) for part in said.split(";"))
    else:
        value = lists.code(field, said) or None  # the code of online is none
    change: dict[str, Any] = {field.value: EventType(value) if field is Field.TYPE else value}
    return replace(event, **change)


def _moved(event: Event, said: str, zone: ZoneInfo, now: datetime) -> Event:
    """Without an end it lasts as long as before."""
    span = _span(Field.WHEN, said, event, zone, now)
    starts = span.starts_at
    ends = span.ends_at or starts + (event.ends_at - event.starts_at)
    if not starts < ends <= starts + LONGEST_SPAN:
        raise BadField(field=Field.WHEN, problem="order", typed=said[:40])
    if starts <= now:
        raise BadField(field=Field.WHEN, problem="past", typed="")
    deadline = event.deadline if event.deadline is None or event.deadline <= starts else None
    return replace(event, starts_at=starts, ends_at=ends, deadline=deadline)


def _deadline(event: Event, said: str, zone: ZoneInfo, now: datetime) -> Event:
    if said.casefold() in EMPTY:
        return replace(event, deadline=None)
    span = _span(Field.DEADLINE, said, event, zone, now)
    if span.ends_at is not None:
        raise BadField(field=Field.DEADLINE, problem="form", typed=said[:40])
    if span.starts_at <= now:
        raise BadField(field=Field.DEADLINE, problem="past", typed="")
    if span.starts_at > event.starts_at:
        raise BadField(field=Field.DEADLINE, problem="late", typed=said[:40])
    return replace(event, deadline=span.starts_at)


def _span(field: Field, said: str, event: Event, zone: ZoneInfo, now: datetime) -> Span:
    near = event.starts_at.astimezone(zone).date()
    span = read_span(said, Around(now=now, near=near, zone=zone))
    if span is None:
        raise BadField(field=field, problem="form", typed=said[:40])
    return span


INVISIBLE = "\u115f\u1160\u2800\u3164\uffa0"  # blanks that pass for letters and signs


def visible(typed: str) -> str:
    """On one line, without characters that nobody sees: controls, zero width, text direction."""
    line = " ".join(typed.split())
    seen = (c for c in line if c not in INVISIBLE and unicodedata.category(c)[0] != "C")
    return " ".join("".join(seen).split())


def _text(name: str, longest: str, *, empty: object) -> Callable[[Field, str], dict[str, Any]]:
    most = LONGEST[longest]

    def read(field: Field, said: str) -> dict[str, Any]:
        if said.casefold() in EMPTY:
            if field is Field.TITLE_RU:
                raise BadField(field=field, problem="form", typed=said)
            return {name: empty}
        one_line = visible(said)
        if not one_line:
            raise BadField(field=field, problem="form", typed="")
        if len(one_line) > most:
            raise BadField(field=field, problem="long", typed=str(most))
        return {name: one_line}

    return read


def _number(name: str, most: int, *, optional: bool) -> Callable[[Field, str], dict[str, Any]]:
    def read(field: Field, said: str) -> dict[str, Any]:
        if optional and said.casefold() in EMPTY:
            return {name: None}
        if not said.isdecimal() or not 1 <= int(said) <= most:
            raise BadField(field=field, problem="form", typed=said[:40])
        return {name: int(said)}

    return read


_GRADES = r"(?P<first>\d{1,2})(?:\s*[-–—]\s*(?P<last>\d{1,2}))?(?:\s*(?:класс\w*|кл\.?|grades?))?"
_ADULTS = r"(?P<adults>взрослы[емх]|adults?)"
FOR_WHOM = re.compile(rf"(?:{_GRADES})?(?:(?:^|\s*,\s*|\s+(?:(?:и|and)\s+)?){_ADULTS})?")


def _for_whom(field: Field, said: str) -> dict[str, Any]:
    """«8-11», «9 класс», «взрослые», «8-11 и взрослые», and nothing else."""
    found = FOR_WHOM.fullmatch(said.casefold())
    if found is None or not said:
        raise BadField(field=field, problem="form", typed=said[:40])
    adults = bool(found["adults"])
    if not found["first"]:
        return {"grades": None, "adults": adults}
    first = int(found["first"])
    last = int(found["last"] or first)
    if not 1 <= first <= last <= 11:
        raise BadField(field=field, problem="form", typed=said[:40])
    return {"grades": (first, last), "adults": adults}


def _age_mark(field: Field, said: str) -> dict[str, Any]:
    mark = said.removesuffix("+")
    if not mark.isdecimal() or int(mark) not in AGE_MARKS:
        raise BadField(field=field, problem="form", typed=said[:40])
    return {"age_mark": int(mark)}


def _groups(field: Field, said: str) -> dict[str, Any]:
    """«5-30, 15»: smallest, largest, pupils for each adult."""
    if said.casefold() in EMPTY:
        return {"groups": None}
    found = re.fullmatch(r"(\d{1,3})\s*[-–—]\s*(\d{1,3})\s*[,;]\s*(\d{1,2})", said)
    if found is None:
        raise BadField(field=field, problem="form", typed=said[:40])
    smallest, largest, each = (int(part) for part in found.groups())
    if not 1 <= smallest <= largest or each < 1:
        raise BadField(field=field, problem="form", typed=said[:40])
    rules = GroupRules(smallest=smallest, largest=largest, pupils_per_adult=each)
    return {"groups": rules}


def _link(field: Field, said: str) -> dict[str, Any]:
    if said.casefold() in EMPTY:
        return {"link": None}
    if not re.fullmatch(r"https://[^\s<>\"]{4,300}", said):
        raise BadField(field=field, problem="form", typed=said[:40])
    return {"link": said}


def _yes(name: str) -> Callable[[Field, str], dict[str, Any]]:
    def read(field: Field, said: str) -> dict[str, Any]:
        if said.casefold() not in YES_OR_NO:
            raise BadField(field=field, problem="form", typed=said[:40])
        return {name: YES_OR_NO[said.casefold()]}

    return read


def _lead_times(field: Field, said: str) -> dict[str, Any]:
    """Minutes before the start: «1440; 120»."""
    if said.casefold() in EMPTY:
        return {"lead_times": None}
    parts = [part.strip() for part in said.split(";")]
    if not all(part.isdecimal() and 5 <= int(part) <= 30 * 1440 for part in parts):
        raise BadField(field=field, problem="form", typed=said[:40])
    return {"lead_times": tuple(sorted({int(part) for part in parts}, reverse=True))}


_READ: Mapping[Field, Callable[[Field, str], dict[str, Any]]] = {
    Field.TITLE_RU: _text("title_ru", "title", empty=""),
    Field.TITLE_EN: _text("title_en", "title", empty=None),
    Field.ABOUT_RU: _text("about_ru", "about", empty=""),
    Field.ABOUT_EN: _text("about_en", "about", empty=None),
    Field.PLACE: _text("place", "note", empty=""),
    Field.BRING: _text("bring", "note", empty=""),
    Field.DOCUMENTS: _text("documents", "note", empty=""),
    Field.FEDERAL: _text("federal", "note", empty=None),
    Field.CAPACITY: _number("capacity", MOST_PLACES, optional=False),
    Field.PER_SCHOOL: _number("per_school", MOST_PLACES, optional=True),
    Field.FOR_WHOM: _for_whom,
    Field.AGE_MARK: _age_mark,
    Field.GROUPS: _groups,
    Field.LINK: _link,
    Field.BRIEFING: _yes("briefing"),
    Field.ACCESSIBLE: _yes("accessible"),
    Field.LEAD_TIMES: _lead_times,
}
