"""Events from a table of their own: when and where, for whom, how many."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.catalog.importing import cells
from bot.catalog.importing.cells import Codes, Wrong, shown
from bot.catalog.importing.event_columns import EVENTS
from bot.catalog.importing.files import Sheet
from bot.catalog.importing.moments import Span, Times
from bot.catalog.importing.problems import BadData, Problem, Problems
from bot.catalog.importing.tables import Row, read_table
from bot.catalog.importing.workbooks import read_sheet
from bot.domain.event_fields import AGE_MARKS, LONGEST, MOST_PLACES
from bot.domain.events import Event, EventType, GroupRules, State
from bot.domain.network import Dictionaries

_STATES = {"draft": State.DRAFT, "published": State.PUBLISHED}
_LONGEST_LEAD = 30 * 24 * 60  # minutes


@dataclass(frozen=True, kw_only=True)
class Around:
    """What the rows are read with."""

    dictionaries: Dictionaries
    partners: Collection[str]
    programmes: Collection[str]
    anchor: date  # day 0 of relative dates
    zone: ZoneInfo
    now: datetime
    known: Callable[[str], Event | None]  # by slug
    taken: Callable[[int], int]  # places, by the number of an event


def read_events(path: Path, around: Around) -> list[Event]:
    """Of a CSV file, or of a workbook with a sheet `events` or with one sheet.

    Those that are new have the number 0; those that are known are as they are to be, also when
    nothing changes. Raises BadData with all that is wrong.
    """
    problems = Problems()
    table = read_table(_table(path), EVENTS, problems)
    table.check_unique("slug")
    found = [_event(row, around) for row in table.rows]
    problems.raise_any()
    return found


def _table(path: Path) -> Path | Sheet:
    if path.suffix.lower() != ".xlsx":
        return path
    try:
        return read_sheet(path, "events")
    except Wrong as wrong:
        raise BadData([Problem(file=path.name, message=str(wrong))]) from wrong


def _event(row: Row, around: Around) -> Event:
    wanted = _read(row, around)
    if row.good:
        _check(row, wanted)
    return _settled(row, wanted, around) if row.good else wanted


def _read(row: Row, around: Around) -> Event:
    lists = around.dictionaries
    partner = Codes("partners.csv", around.partners)
    programme = Codes("programmes.csv", around.programmes)
    times = Times(anchor=around.anchor, zone=around.zone)
    when = row.required("when", times.span) or Span.never(around.zone)
    return Event(
        id=0,
        slug=row.required("slug", cells.slug),
        state=row.required("state", _announced),
        version=1,
        type=row.required("type", cells.one_of(EventType)),
        title_ru=row.required("title_ru", cells.text(LONGEST["title"])),
        title_en=row.optional("title_en", cells.text(LONGEST["title"])),
        about_ru=row.optional("about_ru", cells.text(LONGEST["about"])) or "",
        about_en=row.optional("about_en", cells.text(LONGEST["about"])),
        sector=row.optional("sector", Codes("sectors.csv", lists.sectors)),
        organiser=row.required("organiser", partner),
        co_organisers=row.optional("co_organisers", cells.several(partner)) or (),
        city=row.optional("city", Codes("cities.csv", lists.cities)),
        place=row.optional("place", cells.text(LONGEST["note"])) or "",
        link=row.optional("link", _link),
        starts_at=when.starts_at,
        ends_at=when.ends_at,
        grades=_grades(row),
        adults=bool(row.optional("adults", cells.flag)),
        age_mark=row.optional("age_mark", _age_mark) or 0,
        capacity=row.required("capacity", cells.whole(1, MOST_PLACES)),
        per_school=row.optional("per_school", cells.whole(1, MOST_PLACES)),
        deadline=row.optional("deadline", times.moment(when.moved)),
        groups=_groups(row),
        accessible=bool(row.optional("accessible", cells.flag)),
        bring=row.optional("bring", cells.text(LONGEST["note"])) or "",
        briefing=bool(row.optional("briefing", cells.flag)),
        documents=row.optional("documents", cells.text(LONGEST["note"])) or "",
        federal=row.optional("federal", cells.text(LONGEST["note"])),
        programmes=row.optional("programmes", cells.several(programme)) or (),
        lead_times=row.optional("lead_times", cells.several(cells.whole(5, _LONGEST_LEAD))),
    )


def _check(row: Row, read: Event) -> None:
    """What the cells have to say together."""
    if read.ends_at <= read.starts_at:
        row.wrong("when", f"{shown(row.cells['when'])} — конец не позже начала")
    if read.deadline is not None and read.deadline > read.starts_at:
        row.wrong("deadline", f"{shown(row.cells['deadline'])} — позже начала")
    if read.city is None and read.place:
        row.wrong("place", "место без города: укажите город или уберите место")
    if read.city is not None and not read.place:
        row.wrong("place", "пусто — в городе нужно место")
    if read.grades is None and not read.adults:
        row.wrong("grade_from", "никому не открыто: нужны классы или adults = 1")
    if read.groups is not None and read.grades is None:
        row.wrong("class_from", "классы приводят только на события для школьников")


def _settled(row: Row, wanted: Event, around: Around) -> Event:
    """With what the database knows of the event; a rule that this breaks is a problem."""
    before = around.known(wanted.slug)
    if before is None:
        if wanted.starts_at <= around.now:
            row.wrong("when", f"{shown(row.cells['when'])} — это время уже прошло")
        return wanted
    after = replace(
        wanted,
        id=before.id,
        version=before.version,
        series=before.series,
        state=_state(before, wanted),
    )
    if after == before:
        return after
    if before.state in (State.HELD, State.REPORTED, State.CANCELLED):
        row.wrong("slug", "это событие прошло или отменено: дайте новому событию другой slug")
    elif before.state is State.PROPOSED:
        row.wrong("slug", "это событие предложил партнёр: сначала решите о нём в чате")
    elif before.state.is_announced and wanted.state is State.DRAFT:
        row.wrong("state", "событие уже объявлено: отменить его можно в чате")
    elif after.starts_at != before.starts_at and after.starts_at <= around.now:
        row.wrong("when", f"{shown(row.cells['when'])} — это время уже прошло")
    elif (taken := around.taken(before.id)) > after.capacity:
        row.wrong("capacity", f"{shown(row.cells['capacity'])} — уже занято мест: {taken}")
    return after


def _state(before: Event, wanted: Event) -> State:
    """A draft is announced by its row; whatever else became of an event is left as it is."""
    return wanted.state if before.state is State.DRAFT else before.state


def _grades(row: Row) -> tuple[int, int] | None:
    found = _together(row, ("grade_from", "grade_to"), cells.whole(1, 11))
    if found is None:
        return None
    first, last = found
    if last < first:
        row.wrong("grade_to", f"{shown(row.cells['grade_to'])} — меньше, чем grade_from")
    return first, last


def _groups(row: Row) -> GroupRules | None:
    names = ("class_from", "class_to", "pupils_per_adult")
    found = _together(row, names, cells.whole(1, 500))
    if found is None:
        return None
    smallest, largest, each = found
    if largest < smallest:
        row.wrong("class_to", f"{shown(row.cells['class_to'])} — меньше, чем class_from")
    return GroupRules(smallest=smallest, largest=largest, pupils_per_adult=each)


def _together(row: Row, names: Sequence[str], parse: Callable[[str], int]) -> Sequence[int] | None:
    """All of the cells or none of them; None also after a problem."""
    found = [row.optional(name, parse) for name in names]
    filled = [name for name in names if row.cells[name]]
    if filled and len(filled) < len(names):
        row.wrong(names[-1], f"заполните все вместе: {', '.join(names)}")
    whole = [value for value in found if value is not None]
    return whole if len(whole) == len(names) else None


def _link(value: str) -> str:
    if not re.fullmatch(r"https://[^\s<>\"]{4,300}", value):
        raise Wrong(f"{shown(value)} — нужен адрес, который начинается с https://")
    return value


def _age_mark(value: str) -> int:
    mark = value.removesuffix("+")
    if not mark.isdecimal() or int(mark) not in AGE_MARKS:
        raise Wrong(f"{shown(value)} — можно: {', '.join(map(str, AGE_MARKS))}")
    return int(mark)


def _announced(value: str) -> State:
    if value not in _STATES:
        raise Wrong(f"{shown(value)} — можно: {', '.join(_STATES)}")
    return _STATES[value]
