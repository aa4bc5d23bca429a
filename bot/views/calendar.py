"""The events of a month: a picture, the same in words, and the list of a day."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import islice

from bot.domain.calendar import MONTHS_AHEAD, later, month
from bot.domain.calendar import days as days_of
from bot.domain.participations import Coming
from bot.drawings import as_recipe
from bot.drawings.month import WEEK, Day, Month
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.callbacks import Callback
from bot.views.events import Setting, ShowEvent, ShowEvents, ToMonth, line, title
from bot.views.nav import back, menu
from bot.views.pages import paged
from bot.views.screen import Attachment, Button, Screen

SHOWN = 5

ByDay = Mapping[date, Sequence[Coming]]


class ShowDay(Callback, code="cad"):
    day: date
    page: int = 0


def shown(first: date, today: date, held: ByDay, filtered: bool, t: Texts) -> Screen:
    """`held`: by the days of this month; `filtered`: other events are left out."""
    events = {coming.event.id for found in held.values() for coming in found}
    text = t(
        "calendar-month",
        month=_name(first, t),
        count=len(events),
        days=", ".join(_short(day, len(found), t) for day, found in held.items()),
        filtered="\n" + t.plain("calendar-filtered") if filtered else "",
    )
    ahead = islice((item for item in held.items() if item[0] >= today), SHOWN)
    return Screen(
        text=text,
        choices=[_choice(day, len(found), t) for day, found in ahead],
        nav=_ways(first, today, t),
        attachment=_picture(first, today, held, t),
        expects=ToMonth(first=first),
    )


def _name(first: date, t: Texts) -> str:
    return t.plain("calendar-name", month=_month(first, t), year=str(first.year))


def _month(first: date, t: Texts) -> str:
    return t.plain(f"calendar-month-{first.month}")


def _short(day: date, count: int, t: Texts) -> str:
    weekday = t.plain(f"dates-weekday-{day.isoweekday()}")
    return t.plain("calendar-short", day=day.day, weekday=weekday, count=count)


def _choice(day: date, count: int, t: Texts) -> Button:
    """Typed by the number of the day, which its label shows."""
    label = t.plain("calendar-day", day=dates.day(day, t), count=count)
    return Button(label, ShowDay(day=day), str(day.day))


def _ways(first: date, today: date, t: Texts) -> Sequence[Button]:
    """From this month back to the list, from another one to the month before."""
    before, after = later(first, -1), later(first, 1)
    ways = [Button(t.plain("calendar-list"), ShowEvents(), "")]
    if first > month(today):
        label = t.plain("calendar-before", month=_month(before, t))
        ways = [Button(label, ToMonth(first=before), "")]
    if first < later(month(today), MONTHS_AHEAD):
        label = t.plain("calendar-after", month=_month(after, t))
        ways.append(Button(label, ToMonth(first=after), ""))
    return (*ways, menu(t))


def _picture(first: date, today: date, held: ByDay, t: Texts) -> Attachment:
    days = [Day(events=len(held.get(day, ())), today=day == today) for day in days_of(first)]
    drawn = Month(
        title=_name(first, t),
        weekdays=tuple(t.plain(f"dates-weekday-{n}") for n in range(1, WEEK + 1)),
        begins=first.weekday(),
        days=tuple(days),
        note=t.plain("calendar-note"),
    )
    return Attachment(name="month.png", recipe=as_recipe(drawn), photo=True)


def of_day(day: date, found: Sequence[Coming], page: int, of: Setting, t: Texts) -> Screen:
    """What is held on a day, first to start first."""
    listed, nav = paged(found, page, SHOWN, lambda n: ShowDay(day=day, page=n), t)
    lines = [line(n, coming, of, t) for n, coming in enumerate(listed, start=1)]
    text = t("calendar-none", day=dates.day(day, t))
    if found:
        text = t("calendar-list-of", day=dates.day(day, t), lines=Html("\n\n".join(lines)))
    return Screen(
        text=text,
        choices=[Button(title(c.event, t), ShowEvent(event=c.event.id)) for c in listed],
        nav=(back(t, ToMonth(first=month(day))), *nav, menu(t)),
    )
