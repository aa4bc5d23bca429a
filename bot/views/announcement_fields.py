"""What staff fill in of an event: the fields with what they hold, and one question at a time."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.event_fields import BadField, Field
from bot.domain.events import Event, EventType, GroupRules
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.announcements import (
    SHOWN,
    AskField,
    SetField,
    ShowAnnouncement,
    ToFields,
    named_title,
)
from bot.views.events import Setting, for_whom, named, type_name, when, where
from bot.views.nav import back, menu
from bot.views.pages import paged
from bot.views.screen import Button, Screen

# Where a number may be typed, it means itself and no button.
NUMBERS = {Field.CAPACITY, Field.AGE_MARK, Field.PER_SCHOOL}
QUICK: Mapping[Field, Sequence[str]] = {
    Field.FOR_WHOM: ("8-11", "5-9", "9-11", "adults", "8-11 adults"),
    Field.CAPACITY: ("10", "15", "25", "50", "100"),
    Field.AGE_MARK: ("0", "6", "12", "16", "18"),
    Field.GROUPS: ("5-30, 15", "no"),
    Field.BRIEFING: ("yes", "no"),
    Field.ACCESSIBLE: ("yes", "no"),
    Field.LEAD_TIMES: ("no", "1440; 60", "10080; 1440; 120"),
    Field.DEADLINE: ("no",),
    Field.PER_SCHOOL: ("10", "15", "no"),
    Field.CO_ORGANISERS: ("no",),
    Field.PROGRAMMES: ("no",),
    Field.SECTOR: ("no",),
    Field.LINK: ("no",),
}


def fields(event: Event, page: int, of: Setting, t: Texts) -> Screen:
    shown, nav = paged(list(Field), page, SHOWN, lambda n: ToFields(event=event.id, page=n), t)
    choices = [
        Button(_with_value(event, field, of, t), AskField(event=event.id, field=field))
        for field in shown
    ]
    return Screen(
        text=t("announcements-fields", title=named_title(event, t)),
        choices=choices,
        nav=(back(t, ShowAnnouncement(event=event.id)), *nav, menu(t)),
    )


def _with_value(event: Event, field: Field, of: Setting, t: Texts) -> str:
    """«Сколько мест: 15»; the name alone where nothing is filled in."""
    name, value = t.plain(f"announcements-field-{_id(field)}"), _value(event, field, of, t)
    return t.plain("announcements-field", name=name, value=value) if value else name


def _value(event: Event, field: Field, of: Setting, t: Texts) -> str:
    match field:
        case Field.WHEN:
            return when(event, of.zone, t, of.today)
        case Field.CITY:
            return where(event, of, t)
        case Field.FOR_WHOM:
            return ", ".join(for_whom(event, t))
        case Field.SECTOR:
            sector = of.names.sectors.get(event.sector or "")
            return named(sector, t) if sector else ""
        case _:
            return _plain(getattr(event, field), of, t)


def _plain(value: object, of: Setting, t: Texts) -> str:
    match value:
        case bool():
            return t.plain("events-yes" if value else "events-no")
        case EventType():
            return type_name(value, t)
        case datetime():
            return dates.moment(value, of.zone, t, of.today)
        case GroupRules():
            return f"{value.smallest}–{value.largest}, {value.pupils_per_adult}"
        case tuple():
            return "; ".join(map(str, value))
        case _:
            return "" if value is None else str(value)


def ask(
    event: Event,
    asked: AskField,
    quick: Sequence[tuple[str, str]],
    problem: BadField | None,
    t: Texts,
) -> Screen:
    """`quick`: answers that need no typing, as (value, label). `problem`: with the last one."""
    field = asked.field
    key = "" if field in NUMBERS else None
    shown, nav = paged(quick, asked.page, SHOWN, lambda n: asked.model_copy(update={"page": n}), t)
    choices = [
        Button(label, SetField(event=event.id, field=field, value=value, new=asked.new), key)
        for value, label in shown
    ]
    return Screen(
        text=t(
            "announcements-ask",
            problem="" if problem is None else Html(t(problem.text, **problem.params) + "\n\n"),
            field=t.plain(f"announcements-field-{_id(field)}"),
            how=t.plain(f"announcements-how-{_id(field)}"),
        ),
        choices=choices,
        nav=(back(t, ShowAnnouncement(event=event.id)), *nav, menu(t)),
        expects=asked,
    )


def quick(field: Field, t: Texts) -> list[tuple[str, str]]:
    """Answers that need no typing, as (value, label)."""
    if field is Field.FOR_WHOM:
        return [(value, _for_whom(value, t)) for value in QUICK[field]]
    return [
        (value, t.plain(f"announcements-quick-{_id(field)}", value=value))
        for value in QUICK.get(field, ())
    ]


def _for_whom(value: str, t: Texts) -> str:
    grades = value.removesuffix("adults").strip().replace("-", "–")
    adults = "no" if "adults" not in value else "too" if grades else "only"
    return t.plain("announcements-quick-for-whom", value=grades, adults=adults)


def _id(field: Field) -> str:
    return field.replace("_", "-")
