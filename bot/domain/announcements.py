"""What staff type about an event, read field by field. Rules only."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.errors import Refusal
from bot.domain.events import Event, EventType, GroupRules

LONGEST = {"title": 90, "about": 500, "note": 150}  # characters
AGE_MARKS = (0, 6, 12, 16, 18)
MOST_PLACES = 5000
USUAL_LENGTH = timedelta(hours=2)


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


FIRST = (
    Field.TITLE_RU,
    Field.WHEN,
    Field.CITY,
    Field.PLACE,
    Field.FOR_WHOM,
    Field.CAPACITY,
    Field.GROUPS,
)
EMPTY = ("-", "–", "—", "нет", "no", "none")


class Lists:
    """Codes that a field may name, by what people call them (casefolded)."""

    def __init__(self, **known: Mapping[str, str]) -> None:
        self._known = known

    def code(self, field: Field, typed: str) -> str:
        """Raises BadField."""
        code = self._known[field].get(typed.strip().casefold())
        if code is None:
            raise BadField(field=field, problem="unknown", typed=typed[:40])
        return code


def filled(event: Event, field: Field, typed: str, zone: ZoneInfo, lists: Lists) -> Event:
    """The event with one field as it was typed. Raises BadField."""
    said = typed.strip()
    if field is Field.WHEN:
        return _moved(event, said, zone)
    if field is Field.DEADLINE:
        deadline = None if said.casefold() in EMPTY else _moment(field, said, event, zone)
        return replace(event, deadline=deadline)
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


WHEN = re.compile(
    r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})(?:[./](?P<year>\d{2,4}))?,?\s+"
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:\s*[-–—]\s*(?P<to_hour>\d{1,2})[:.](?P<to_minute>\d{2}))?"
)


def _moved(event: Event, said: str, zone: ZoneInfo) -> Event:
    """«12.03 15:00-17:00»; without an end it lasts as long as before."""
    starts = _moment(Field.WHEN, said, event, zone)
    found = WHEN.fullmatch(said)
    assert found is not None, "_moment has read it"
    ends = starts + (event.ends_at - event.starts_at)
    if found["to_hour"]:
        clock = _time(Field.WHEN, found["to_hour"], found["to_minute"])
        ends = datetime.combine(starts.astimezone(zone).date(), clock, zone)
    if ends <= starts:
        raise BadField(field=Field.WHEN, problem="order", typed=said[:40])
    deadline = event.deadline if event.deadline is None or event.deadline <= starts else None
    return replace(event, starts_at=starts, ends_at=ends, deadline=deadline)


def _moment(field: Field, said: str, event: Event, zone: ZoneInfo) -> datetime:
    """Without a year: the one in which the event was to be, or the next when that is half a year
    ago."""
    found = WHEN.fullmatch(said)
    if found is None:
        raise BadField(field=field, problem="form", typed=said[:40])
    near = event.starts_at.astimezone(zone).date()
    year = int(found["year"] or near.year)
    try:
        day = date(year if year > 99 else 2000 + year, int(found["month"]), int(found["day"]))
        if not found["year"] and day < near - timedelta(days=183):
            day = day.replace(year=day.year + 1)
    except ValueError:
        raise BadField(field=field, problem="form", typed=said[:40]) from None
    return datetime.combine(day, _time(field, found["hour"], found["minute"]), zone)


def _time(field: Field, hour: str, minute: str) -> time:
    try:
        return time(int(hour), int(minute))
    except ValueError:
        raise BadField(field=field, problem="form", typed=f"{hour}:{minute}") from None


def _text(name: str, longest: str, *, empty: object) -> Callable[[Field, str], dict[str, Any]]:
    most = LONGEST[longest]

    def read(field: Field, said: str) -> dict[str, Any]:
        if said.casefold() in EMPTY:
            if field is Field.TITLE_RU:
                raise BadField(field=field, problem="form", typed=said)
            return {name: empty}
        one_line = " ".join(said.split())
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


GRADES = re.compile(r"(\d{1,2})\s*[-–—]\s*(\d{1,2})(?:\s*(?:класс|кл|grade)s?\.?)?")


def _for_whom(field: Field, said: str) -> dict[str, Any]:
    """«8-11», «взрослые», «8-11 и взрослые»."""
    words = said.casefold()
    adults = "взросл" in words or "adult" in words
    found = GRADES.search(words)
    if found is None and not adults:
        raise BadField(field=field, problem="form", typed=said[:40])
    if found is None:
        return {"grades": None, "adults": True}
    first, last = int(found[1]), int(found[2])
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
    return lambda field, said: {name: said.casefold() in ("да", "yes", "1")}


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


class NotReady(Exception):
    """Something is missing before the event can be announced."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.field = field


def lacking(event: Event, now: datetime) -> tuple[Field, ...]:
    """What an event needs before it can be announced."""
    missing = []
    if not event.title_ru:
        missing.append(Field.TITLE_RU)
    if event.starts_at <= now:
        missing.append(Field.WHEN)
    if not event.online and not event.place:
        missing.append(Field.PLACE)
    if event.grades is None and not event.adults:
        missing.append(Field.FOR_WHOM)
    if event.capacity < 1:
        missing.append(Field.CAPACITY)
    return tuple(missing)


def next_field(field: Field, event: Event) -> Field | None:
    """What is asked after `field` while an event is new; None: the card."""
    if field not in FIRST:
        return None
    needless = {Field.PLACE} if event.online else set[Field]()
    if event.grades is None:
        needless.add(Field.GROUPS)
    following = FIRST[FIRST.index(field) + 1 :]
    return next((f for f in following if f not in needless), None)


def every_week(event: Event, times: int, zone: ZoneInfo) -> list[Event]:
    """The same on the following weeks, at the same time on the wall."""
    series = event.series or event.slug
    starts, ends = event.starts_at.astimezone(zone), event.ends_at.astimezone(zone)
    repeated = []
    for week in range(1, times + 1):
        later = timedelta(weeks=week)  # wall time: the zone's offset may change meanwhile
        ahead = None if event.deadline is None else event.deadline.astimezone(zone) + later
        repeated.append(
            replace(
                event, series=series, starts_at=starts + later, ends_at=ends + later, deadline=ahead
            )
        )
    return repeated
