"""Staff announce an event: short questions, a card that shows what people will see, one tap."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.announcements import Untold
from bot.domain.attendance import Tally
from bot.domain.event_fields import Field
from bot.domain.events import Event, EventType, Hindrance, State
from bot.domain.participations import Coming, Kind, Participation
from bot.domain.participations import State as Place
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.callbacks import Callback, Row, Small
from bot.views.events import Setting, ToPoster, card_text, title, type_name
from bot.views.nav import back, menu
from bot.views.pages import paged
from bot.views.screen import Button, Screen

SHOWN = 5
REPEATS = (3, 7, 11)  # more weeks


class ToAnnouncements(Callback, code="anl"):
    page: int = 0


class ShowAnnouncement(Callback, code="ane"):
    event: int


class ToNew(Callback, code="ann"):
    page: int = 0


class Begin(Callback, code="anb"):
    type: EventType


class Copy(Callback, code="anc"):
    event: int


class ToFields(Callback, code="anf"):
    event: int
    page: int = 0


class AskField(Callback, code="ani"):
    """The next typed text fills it. `new`: the next question follows; `page`: of the answers."""

    event: Row
    field: Field
    new: bool = False
    page: Small = 0


class SetField(Callback, code="anv"):
    event: Row
    field: Field
    value: str
    new: bool = False


class AskMove(Callback, code="anq"):
    event: int
    to: State


class MoveTo(Callback, code="anm"):
    event: int
    to: State


class TellNow(Callback, code="ant"):
    """Whoever comes hears of the changes."""

    event: int


class AskRepeat(Callback, code="anr"):
    event: int


class Repeat(Callback, code="anw"):
    event: int
    times: Small


class ToDoor(Callback, code="atd"):
    """Staff: what the screen at the door shows now."""

    event: int


class ToList(Callback, code="atl"):
    event: int
    page: int = 0


class ToReport(Callback, code="atr"):
    event: int


@dataclass(frozen=True, kw_only=True)
class About:
    """What staff see of an event beside what people see."""

    expected: Sequence[Participation]
    tally: Tally | None  # once people arrive
    news: Untold | None  # changes that people have not heard yet
    begun: bool  # people are arriving
    keeps: bool  # the reader decides for the Center and does not only propose
    link: str


def listed(events: Sequence[tuple[Event, int]], page: int, of: Setting, t: Texts) -> Screen:
    """`events`: each with the number of places that are taken."""
    shown, nav = paged(events, page, SHOWN, lambda n: ToAnnouncements(page=n), t)
    lines = [
        t(
            "announcements-line",
            line=n,
            title=named_title(event, t),
            when=dates.moment(event.starts_at, of.zone, t, of.today),
            state=t.plain(f"announcements-short-{event.state}"),
            taken=taken,
            capacity=event.capacity,
        )
        for n, (event, taken) in enumerate(shown, start=1)
    ]
    return Screen(
        text=t(
            "announcements-list" if events else "announcements-none",
            count=len(events),
            lines=Html("\n\n".join(lines)),
        ),
        choices=[
            Button(named_title(event, t), ShowAnnouncement(event=event.id)) for event, _ in shown
        ],
        nav=(Button(t.plain("announcements-new"), ToNew(), ""), *nav, menu(t)),
    )


def named_title(event: Event, t: Texts) -> str:
    """Of a draft without a title its kind."""
    return title(event, t) or t.plain("announcements-untitled", type=type_name(event.type, t))


def new(last: Event | None, page: int, t: Texts) -> Screen:
    """What kind of event; or the last one again."""
    shown, nav = paged(list(EventType), page, SHOWN - 1, lambda n: ToNew(page=n), t)
    choices = [Button(type_name(kind, t), Begin(type=kind)) for kind in shown]
    if last is not None:
        label = t.plain("announcements-copy-last", title=named_title(last, t))
        choices.append(Button(label, Copy(event=last.id)))
    return Screen(
        text=t("announcements-ask-new"),
        choices=choices,
        nav=(back(t, ToAnnouncements()), *nav, menu(t)),
    )


def card(coming: Coming, about: About, of: Setting, t: Texts) -> Screen:
    """What people will see, how many come, and what can be done now."""
    event = coming.event
    shut = event.state is State.PUBLISHED and coming.hindrance is Hindrance.CLOSED
    head = [t(f"announcements-state-{State.CLOSED if shut else event.state}")]
    if event.state.is_announced and about.tally is None:
        head.append(_counts(about.expected, t))
    if about.tally is not None:
        came, absent = about.tally.heads, about.tally.absent
        head.append(t("announcements-came", came=came, absent=absent))
    if event.state.is_announced:
        head.append(t("announcements-link", link=about.link))
    if about.news is not None:
        head.append(_news(about.news, t))
    shown = card_text(coming, True, of, t, classes=True)
    choices = [Button(label, action) for label, action in _choices(event, about, t)]
    nav = [back(t, ToAnnouncements()), menu(t)]
    if event.state.is_announced:
        nav.insert(1, Button(t.plain("posters-open"), ToPoster(event=event.id), ""))
    text = t("announcements-card", head=Html("\n".join(head)), card=shown)
    return Screen(text=text, choices=choices, nav=nav)


def _news(news: Untold, t: Texts) -> Html:
    what = ", ".join(t.plain(f"announcements-change-{change}") for change in news.found)
    night = "yes" if news.asleep else "no"
    return t("announcements-news", what=what, heads=news.heads, night=night)


def _choices(event: Event, about: About, t: Texts) -> Sequence[tuple[str, Callback]]:
    """While people wait for news, that comes first."""
    ways = _ways(event, about.begun, about.keeps)
    if about.news is None:
        return [(t.plain(f"announcements-{label}"), action) for label, action in ways]
    tell = t.plain("announcements-tell", heads=about.news.heads)
    return [
        *([] if about.news.asleep else [(tell, TellNow(event=event.id))]),
        (t.plain("announcements-more"), ToFields(event=event.id)),
        (t.plain("announcements-cancel"), AskMove(event=event.id, to=State.CANCELLED)),
    ]


def _ways(event: Event, begun: bool, keeps: bool) -> Sequence[tuple[str, Callback]]:
    """What can be done with an event in its state, as (text, callback)."""
    id_ = event.id
    announce = MoveTo(event=id_, to=State.PUBLISHED)
    change, copy = ("change", ToFields(event=id_)), ("copy", Copy(event=id_))
    repeat, cancel = ("repeat", AskRepeat(event=id_)), AskMove(event=id_, to=State.CANCELLED)
    people, results = ("people", ToList(event=id_)), ("results", ToReport(event=id_))
    match event.state:
        case State.DRAFT:
            return ("publish" if keeps else "propose", announce), change, repeat, ("drop", cancel)
        case State.PROPOSED if keeps:
            back_ = MoveTo(event=id_, to=State.DRAFT)
            return ("publish", announce), ("return", back_), change, ("cancel", cancel)
        case State.PROPOSED:
            return change, ("cancel", cancel)
        case State.PUBLISHED | State.CLOSED if begun:
            return ("code", ToDoor(event=id_)), people, results, change, ("cancel", cancel)
        case State.PUBLISHED:
            close = ("close", MoveTo(event=id_, to=State.CLOSED))
            return change, repeat, results, close, ("cancel", cancel)
        case State.CLOSED:
            return ("reopen", announce), change, results, copy, ("cancel", cancel)
        case State.HELD:
            return people, results, copy
        case _:
            return results, copy


def _counts(expected: Sequence[Participation], t: Texts) -> Html:
    def heads(*states: Place) -> int:
        return sum(p.places for p in expected if p.state in states)

    return t(
        "announcements-counts",
        registered=heads(Place.REGISTERED),
        offered=heads(Place.OFFERED),
        waiting=heads(Place.WAITING),
        classes=sum(p.kind is Kind.CLASS for p in expected),
    )


def ask_move(event: Event, to: State, heads: int, t: Texts) -> Screen:
    """Before something that many people are told, or that removes a draft."""
    key = "drop" if event.state is State.DRAFT and to is State.CANCELLED else to
    return Screen(
        text=t(f"announcements-ask-{key}", title=named_title(event, t), heads=heads),
        choices=(Button(t.plain(f"announcements-yes-{key}"), MoveTo(event=event.id, to=to)),),
        nav=(back(t, ShowAnnouncement(event=event.id)), menu(t)),
    )


def ask_repeat(event: Event, t: Texts) -> Screen:
    choices = [
        Button(t.plain("announcements-weeks", weeks=n + 1), Repeat(event=event.id, times=n))
        for n in REPEATS
    ]
    return Screen(
        text=t("announcements-ask-repeat", title=named_title(event, t)),
        choices=choices,
        nav=(back(t, ShowAnnouncement(event=event.id)), menu(t)),
    )


def proposed(event: Event, of: Setting, t: Texts) -> Screen:
    """To the Center's staff: a partner has an event that waits for their yes."""
    return Screen(
        text=t(
            "announcements-proposed",
            title=named_title(event, t),
            when=dates.moment(event.starts_at, of.zone, t, of.today),
        ),
        choices=(Button(t.plain("announcements-look"), ShowAnnouncement(event=event.id)),),
        nav=(menu(t),),
    )


def decided(event: Event, t: Texts) -> Screen:
    """To the partner's coordinator: what the Center has decided."""
    key = "announcements-approved" if event.state is State.PUBLISHED else "announcements-returned"
    return Screen(
        text=t(key, title=named_title(event, t)),
        choices=(Button(t.plain("announcements-look"), ShowAnnouncement(event=event.id)),),
        nav=(menu(t),),
    )
