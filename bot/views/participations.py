"""One's own place at an event: the receipt, the queue, an offered place, together with others."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.events import Change, Event, in_school_hours
from bot.domain.participations import MOST_TOGETHER, Participation, Places, State
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
from bot.views.nav import back, human, menu
from bot.views.pages import paged
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


class InviteFriend(Callback, code="eif"):
    id: int


@dataclass(frozen=True, kw_only=True)
class Receipt:
    participation: Participation
    event: Event
    place: int | None  # in the queue, from 1
    pupil: bool = False  # has lessons of their own in the mornings
    begun: bool = False  # people are arriving: whoever is there can say so


def receipt(of: Receipt, setting: Setting, t: Texts) -> Screen:
    """What I have, when and where, and the way out in one tap."""
    mine, event = of.participation, of.event
    choices = []
    if mine.state is State.OFFERED:
        choices.append(Button(t.plain("participations-take"), TakePlace(id=mine.id)))
    if mine.state is State.REGISTERED and of.begun:
        choices.append(Button(t.plain("attendance-came"), CheckIn(event=event.id)))
    if mine.state is State.REGISTERED and mine.places > 1:
        choices.append(Button(t.plain("participations-invite"), InviteFriend(id=mine.id)))
    if mine.state is State.REGISTERED and not of.begun:
        choices.append(Button(t.plain("calendars-take"), ToCalendarFile(id=mine.id)))
    if mine.state.is_open:
        label = "decline" if mine.state is State.OFFERED else "not-coming"
        choices.append(Button(t.plain(f"participations-{label}"), NotComing(id=mine.id)))
    choices.append(Button(t.plain("participations-card"), ShowEvent(event=event.id)))
    text = t(
        "participations-receipt",
        state=_state(of, setting, t),
        title=title(event, t),
        facts=_facts(of, setting, t),
    )
    return Screen(
        text=text,
        choices=choices,
        nav=(Button(t.plain("participations-mine"), MyEvents(), ""), human(t), menu(t)),
    )


def _state(of: Receipt, setting: Setting, t: Texts) -> Html:
    mine = of.participation
    by = "" if mine.decide_by is None else dates.moment(mine.decide_by, setting.zone, t)
    return t(f"participations-state-{mine.state}", place=of.place or 0, by=by)


def _facts(of: Receipt, setting: Setting, t: Texts) -> Html:
    event, mine = of.event, of.participation
    facts = [t("participations-when", when=when(event, setting.zone, t))]
    if event.online:
        known = event.link and mine.state is State.REGISTERED
        facts.append(t("events-link", link=event.link) if known else t("events-online-later"))
    else:
        facts.append(t("events-where", city=city_of(event, setting, t), place=event.place))
    if mine.places > 1:
        facts.append(t("participations-places", places=mine.places))
    if mine.state is State.REGISTERED:
        if event.bring:
            facts.append(t("events-bring", bring=event.bring))
        if of.pupil and in_school_hours(event, setting.zone):
            facts.append(t("participations-school"))
        facts.append(t("participations-reminder"))
    return Html("\n".join(facts))


def clash(event: Event, places: int, others: Sequence[str], t: Texts) -> Screen:
    """`others`: what the person goes to at the same time, in words."""
    return Screen(
        text=t("participations-clash", title=title(event, t), others=", ".join(others)),
        choices=(
            Button(t.plain("participations-sure"), Come(event=event.id, places=places, sure=True)),
        ),
        nav=(back(t, ShowEvent(event=event.id)), menu(t)),
    )


def together(event: Event, places: Places, t: Texts) -> Screen:
    most = min(MOST_TOGETHER, event.capacity)
    choices = [
        Button(t.plain("participations-count", places=n), Come(event=event.id, places=n))
        for n in range(2, most + 1)
    ]
    return Screen(
        text=t("participations-together", title=title(event, t), left=places.left),
        choices=choices,
        nav=(back(t, ShowEvent(event=event.id)), menu(t)),
    )


def invitation(event: Event, mine: Participation, link: str, t: Texts) -> Screen:
    return Screen(
        text=t("participations-link", title=title(event, t), link=link, places=mine.places - 1),
        nav=(back(t, ShowMine(id=mine.id)), menu(t)),
    )


def mine(
    of: Sequence[Receipt], page: int, setting: Setting, t: Texts, *, feeds: bool = False
) -> Screen:
    """What is to come first, soonest first; then what was. `feeds`: a calendar can follow it."""
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
            state=t.plain(f"participations-short-{r.participation.state}"),
        )
        for n, r in enumerate(shown, start=1)
    ]
    choices = [Button(title(r.event, t), ShowMine(id=r.participation.id)) for r in shown]
    return Screen(
        text=t("participations-list", lines=Html("\n\n".join(lines))),
        choices=[*choices, Button(t.plain("reminders-when"), ToReminders(), "")],
        nav=(*feed, *more, menu(t)),
    )


def lapsed(of: Receipt, t: Texts) -> Screen:
    return Screen(
        text=t("participations-lapsed", title=title(of.event, t)),
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
