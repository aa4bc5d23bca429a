"""One's own place at an event: the receipt, the queue, an offered place, together with others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.events import Change, Event, in_school_hours
from bot.domain.events import State as EventState
from bot.domain.participations import Participation, State
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.callbacks import Callback
from bot.views.events import (
    Come,
    Setting,
    ShowEvent,
    ShowEvents,
    ShowMine,
    title,
    when,
)
from bot.views.events import where as city_of
from bot.views.help import Resume
from bot.views.nav import back, human, menu
from bot.views.pages import paged
from bot.views.parties import AskFewer, InviteFriend
from bot.views.screen import Button, Screen

SHOWN = 4  # beside the way to the reminders


class MyEvents(Callback, code="emy"):
    page: int = 0


class NotComing(Callback, code="enc"):
    id: int


class TakePlace(Callback, code="etp"):
    id: int


class StillComing(Callback, code="esc"):
    id: int


class ToReminders(Callback, code="erm"):
    pass


class ToCalendarFile(Callback, code="cai"):
    """One's own event, for the calendar of the phone."""

    id: int


class ToFeed(Callback, code="caf"):
    pass


class CheckIn(Callback, code="ati"):
    """The next typed text is the code at the door."""

    event: int


@dataclass(frozen=True, kw_only=True)
class Receipt:
    participation: Participation
    event: Event
    place: int | None  # in the queue, from 1
    pupil: bool = False  # has lessons of their own in the mornings
    begun: bool = False  # people are arriving: whoever is there can say so
    started: bool = False  # who does not come now is noted by the list
    over: bool = False
    reminded: Sequence[datetime] = ()  # when, as it stands now

    @property
    def standing(self) -> str:
        """What the person has, in a word: of the event when that is off or over."""
        if self.event.state is EventState.CANCELLED:
            return "event-cancelled"
        state = self.participation.state
        return "over" if self.over and state.is_open else state

    @property
    def holds(self) -> bool:
        """A place at an event that is not over."""
        return self.standing == State.REGISTERED

    @property
    def is_ahead(self) -> bool:
        """Still to come: a place, or a place in the queue."""
        return self.standing == self.participation.state and self.participation.state.is_open

    @property
    def may_leave(self) -> bool:
        return self.is_ahead and not self.started


def receipt(of: Receipt, setting: Setting, t: Texts) -> Screen:
    """What I have, when and where, and the way out in one tap."""
    event = of.event
    text = t(
        "participations-receipt",
        state=_state(of, setting, t),
        title=title(event, t),
        facts=_facts(of, setting, t),
    )
    return Screen(
        text=text,
        choices=[*_ways(of, t), Button(t.plain("participations-card"), ShowEvent(event=event.id))],
        nav=(Button(t.plain("participations-mine"), MyEvents(), ""), human(t), menu(t)),
        expects=CheckIn(event=event.id) if of.holds and of.begun else None,
    )


def _ways(of: Receipt, t: Texts) -> list[Button]:
    mine = of.participation
    ways = []
    if of.standing == State.OFFERED:
        ways.append(Button(t.plain("participations-take"), TakePlace(id=mine.id)))
    if of.holds and of.begun:
        ways.append(Button(t.plain("attendance-came"), CheckIn(event=of.event.id)))
    if of.holds and mine.places > 1:
        ways.append(Button(t.plain("participations-invite"), InviteFriend(id=mine.id)))
        if not of.started:
            ways.append(Button(t.plain("participations-fewer"), AskFewer(id=mine.id)))
    if of.holds and not of.begun:
        ways.append(Button(t.plain("calendars-take"), ToCalendarFile(id=mine.id)))
    if of.may_leave:
        label = "decline" if mine.state is State.OFFERED else "not-coming"
        ways.append(Button(t.plain(f"participations-{label}"), NotComing(id=mine.id)))
    return ways


def _state(of: Receipt, setting: Setting, t: Texts) -> Html:
    mine = of.participation
    by = "" if mine.decide_by is None else dates.moment(mine.decide_by, setting.zone, t)
    return t(f"participations-state-{of.standing}", place=of.place or 0, by=by, places=mine.places)


def _facts(of: Receipt, setting: Setting, t: Texts) -> Html:
    event, mine = of.event, of.participation
    facts = [t("participations-when", when=when(event, setting.zone, t))]
    if event.online:
        known = event.link and of.holds
        facts.append(t("events-link", link=event.link) if known else t("events-online-later"))
    else:
        facts.append(t("events-where", city=city_of(event, setting, t), place=event.place))
    if mine.places > 1:
        facts.append(t("participations-places", places=mine.places))
    if of.holds:
        facts += _before_coming(of, setting, t)
    return Html("\n".join(facts))


def _before_coming(of: Receipt, setting: Setting, t: Texts) -> list[Html]:
    event, number = of.event, str(of.participation.person_id)
    said = [
        t("events-bring", bring=event.bring) if event.bring else None,
        t("events-documents", documents=event.documents) if event.documents else None,
        t("events-briefing") if event.briefing else None,
        t("participations-school") if of.pupil and in_school_hours(event, setting.zone) else None,
        t("participations-number", number=number),
        reminded(of, setting, t),
    ]
    return [line for line in said if line]


def reminded(of: Receipt, setting: Setting, t: Texts) -> Html | None:
    if not of.reminded:
        return None
    at = "; ".join(dates.moment(due_at, setting.zone, t) for due_at in of.reminded)
    return t("participations-reminder", at=at)


def clash(event: Event, places: int, others: Sequence[str], t: Texts) -> Screen:
    """`others`: what the person goes to at the same time, in words."""
    return Screen(
        text=t("participations-clash", title=title(event, t), others=", ".join(others)),
        choices=(
            Button(t.plain("participations-sure"), Come(event=event.id, places=places, sure=True)),
        ),
        nav=(back(t, ShowEvent(event=event.id)), menu(t)),
    )


def mine(
    of: Sequence[Receipt],
    page: int,
    setting: Setting,
    t: Texts,
    *,
    feeds: bool = False,
    muted: bool = False,
) -> Screen:
    """What is to come first, soonest first; then what was. `feeds`: a calendar can follow it;
    `muted`: nobody is told of changes who has said /stop."""
    feed = [Button(t.plain("calendars-mine"), ToFeed(), "")] if feeds else []
    if not of:
        return Screen(
            text=t("participations-none"),
            choices=(Button(t.plain("menu-events"), ShowEvents()),),
            nav=(*feed, human(t), menu(t)),
        )
    shown, more = paged(of, page, SHOWN, lambda n: MyEvents(page=n), t)
    lines = [
        t(
            "participations-line",
            line=n,
            title=title(r.event, t),
            when=dates.moment(r.event.starts_at, setting.zone, t),
            state=t.plain(f"participations-short-{r.standing}"),
        )
        for n, r in enumerate(shown, start=1)
    ]
    if muted:
        lines.append(t("participations-muted"))
    writing = ("help-resume", Resume()) if muted else ("reminders-when", ToReminders())
    choices = [Button(title(r.event, t), ShowMine(id=r.participation.id)) for r in shown]
    return Screen(
        text=t("participations-list", lines=Html("\n\n".join(lines))),
        choices=[*choices, Button(t.plain(writing[0]), writing[1], "")],
        nav=(*feed, *more, menu(t)),
    )


def lapsed(of: Receipt, passed: bool, again: bool, t: Texts) -> Screen:
    """`passed`: to somebody who waited; `again`: who still wants to come can register."""
    said = [
        t("participations-lapsed", title=title(of.event, t)),
        t("participations-passed-on") if passed else None,
        t("participations-again") if again else None,
    ]
    return Screen(
        text=Html(" ".join(line for line in said if line)),
        choices=(Button(t.plain("participations-card"), ShowEvent(event=of.event.id)),),
        nav=(human(t), menu(t)),
    )


def changed(
    before: Event, of: Receipt, found: Sequence[Change], setting: Setting, t: Texts
) -> Screen:
    """Says CHANGE first, shows old and new, asks whether the person still comes."""
    lines = [_change(change, before, of.event, setting, t) for change in found]
    return Screen(
        text=t("participations-changed", title=title(of.event, t), lines=Html("\n".join(lines))),
        choices=(
            Button(t.plain("participations-still"), StillComing(id=of.participation.id)),
            Button(t.plain("participations-not-coming"), NotComing(id=of.participation.id)),
        ),
        nav=(Button(t.plain("participations-card"), ShowEvent(event=of.event.id), ""), menu(t)),
    )


def _change(change: Change, before: Event, after: Event, setting: Setting, t: Texts) -> Html:
    if change is Change.TIME:
        old, new = (when(event, setting.zone, t) for event in (before, after))
    elif change is Change.PLACE:
        old, new = (_address(event, setting, t) for event in (before, after))
    else:
        return t("participations-change-link")
    return t(f"participations-change-{change}", old=old, new=new)


def _address(event: Event, setting: Setting, t: Texts) -> str:
    return ", ".join(part for part in (city_of(event, setting, t), event.place) if part)


def cancelled(of: Receipt, setting: Setting, t: Texts) -> Screen:
    return Screen(
        text=t(
            "participations-cancelled",
            title=title(of.event, t),
            when=when(of.event, setting.zone, t),
        ),
        choices=(Button(t.plain("participations-others"), ShowEvents()),),
        nav=(human(t), menu(t)),
    )
