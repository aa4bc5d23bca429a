"""A person's events and lessons for the calendar of a phone: one file, or a link to follow."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.domain.calendars import Course, Feed, Held, lesson_days
from bot.domain.events import Event, State
from bot.domain.network import Format, Slot
from bot.domain.operator import Operator
from bot.domain.participations import Participation
from bot.drawings import as_recipe
from bot.drawings.calendar_file import CalendarFile, Entry
from bot.texts import Texts
from bot.views import dates
from bot.views.callbacks import Callback
from bot.views.events import Setting, ShowMine, link, named, title, where
from bot.views.nav import back, menu
from bot.views.participations import MyEvents
from bot.views.screen import Attachment, Button, Screen


class MakeFeed(Callback, code="can"):
    pass


class RevokeFeed(Callback, code="car"):
    pass


@dataclass(frozen=True, kw_only=True)
class Source:
    """What a calendar is told of where it is from."""

    setting: Setting
    operator: Operator
    bot_name: str
    version: int  # of the catalogue, which grows when timetables change


def file(entries: Sequence[Entry], subscribed: bool, of: Source, t: Texts) -> CalendarFile:
    return CalendarFile(
        name=t.plain("calendars-name"),
        zone=of.setting.zone.key,
        organiser=of.operator.name,
        email=of.operator.email,
        entries=tuple(entries),
        subscribed=subscribed,
    )


def event_entry(held: Held, of: Source, t: Texts) -> Entry:
    """The sequence grows with every new time or place, and once more when it is called off."""
    event = held.event
    cancelled, url = event.state is State.CANCELLED, link(event, of.bot_name)
    return Entry(
        uid=f"event-{event.id}@{of.bot_name}",
        sequence=event.version + cancelled,
        stamped_at=held.changed_at,
        title=title(event, t),
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        place=_place(event, of.setting, t),
        about=_about(event, url, t),
        url=url,
        cancelled=cancelled,
    )


def _place(event: Event, setting: Setting, t: Texts) -> str:
    if event.online:
        return event.link or t.plain("events-online")
    return ", ".join(part for part in (where(event, setting, t), event.place) if part)


def _about(event: Event, url: str, t: Texts) -> str:
    said = [
        t.plain("events-bring", bring=event.bring) if event.bring else "",
        t.plain("events-documents", documents=event.documents) if event.documents else "",
        t.plain("events-briefing") if event.briefing else "",
        t.plain("calendars-about", link=url),
    ]
    return "\n".join(filter(None, said))


def lesson_entries(course: Course, feed: Feed, of: Source, t: Texts) -> list[Entry]:
    """One for each lesson of the week, repeated as long as the group studies."""
    days = ((slot, lesson_days(course.group, slot)) for slot in course.group.timetable)
    return [_lesson(course, slot, span, feed, of, t) for slot, span in days if span is not None]


def _lesson(
    course: Course, slot: Slot, span: tuple[date, date], feed: Feed, of: Source, t: Texts
) -> Entry:
    taught, (first, last) = course.module or course.programme, span

    def local(day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, of.setting.zone)

    return Entry(
        uid=f"lesson-{course.group.code}-{slot.weekday}-{slot.begins:%H%M}@{of.bot_name}",
        sequence=of.version,
        stamped_at=feed.made_at,
        title=taught.title_en or taught.title_ru if t.language == "en" else taught.title_ru,
        starts_at=local(first, slot.begins),
        ends_at=local(first, slot.ends),
        place=_taught_at(taught.format, taught.city, taught.partner, of.setting, t),
        until=local(last, slot.begins),
    )


def _taught_at(format_: Format, city: str, partner: str, setting: Setting, t: Texts) -> str:
    if format_ is Format.ONLINE:
        return t.plain("events-online")
    known = (setting.names.cities.get(city), setting.partners.get(partner))
    return ", ".join(named(value, t) for value in known if value is not None)


def one(mine: Participation, drawn: CalendarFile, t: Texts) -> Screen:
    """One event, to be taken into a calendar once."""
    return Screen(
        text=t("calendars-file"),
        attachment=Attachment(name="event.ics", recipe=as_recipe(drawn)),
        nav=(back(t, ShowMine(id=mine.id)), menu(t)),
    )


def ask(known: Feed | None, setting: Setting, t: Texts) -> Screen:
    """What a link to one's calendar is; a link that there is can be made anew or taken back."""
    if known is None:
        text = t("calendars-ask")
        choices = [Button(t.plain("calendars-make"), MakeFeed())]
    else:
        text = t("calendars-known", made=dates.moment(known.made_at, setting.zone, t))
        choices = [
            Button(t.plain("calendars-renew"), MakeFeed()),
            Button(t.plain("calendars-revoke"), RevokeFeed()),
        ]
    return Screen(text=text, choices=choices, nav=(back(t, MyEvents()), menu(t)))


def made(url: str, t: Texts) -> Screen:
    """Shown once: the link itself is stored nowhere."""
    return Screen(
        text=t("calendars-link", link=url),
        choices=(Button(t.plain("calendars-revoke"), RevokeFeed()),),
        nav=(Button(t.plain("participations-mine"), MyEvents(), ""), menu(t)),
        secret=True,
    )


def revoked(t: Texts) -> Screen:
    return Screen(
        text=t("calendars-revoked"),
        choices=(Button(t.plain("calendars-make"), MakeFeed()),),
        nav=(back(t, MyEvents()), menu(t)),
    )
