"""Staff announce an event: short questions, a card that shows what people will see, one tap."""

from collections.abc import Mapping, Sequence

from bot.domain.announcements import BadField, Field
from bot.domain.events import Event, EventType, State
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


class AskField(Callback, code="ana"):
    """The next typed text fills it. `new`: the next question follows."""

    event: Row
    field: Field
    new: bool = False


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


def listed(events: Sequence[tuple[Event, int]], page: int, of: Setting, t: Texts) -> Screen:
    """`events`: each with the number of places that are taken."""
    shown, nav = paged(events, page, SHOWN, lambda n: ToAnnouncements(page=n), t)
    lines = [
        t(
            "announcements-line",
            line=n,
            title=_title(event, t),
            when=dates.moment(event.starts_at, of.zone, t),
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
        choices=[Button(_title(event, t), ShowAnnouncement(event=event.id)) for event, _ in shown],
        nav=(Button(t.plain("announcements-new"), ToNew(), ""), *nav, menu(t)),
    )


def _title(event: Event, t: Texts) -> str:
    return title(event, t) or t.plain("announcements-untitled", type=type_name(event.type, t))


def new(last: Event | None, page: int, t: Texts) -> Screen:
    """What kind of event; or the last one again."""
    shown, nav = paged(list(EventType), page, SHOWN - 1, lambda n: ToNew(page=n), t)
    choices = [Button(type_name(kind, t), Begin(type=kind)) for kind in shown]
    if last is not None:
        label = t.plain("announcements-copy-last", title=_title(last, t))
        choices.append(Button(label, Copy(event=last.id)))
    return Screen(
        text=t("announcements-ask-new"),
        choices=choices,
        nav=(back(t, ToAnnouncements()), *nav, menu(t)),
    )


def card(
    coming: Coming,
    expected: Sequence[Participation],
    *,
    begun: bool,
    keeps: bool,
    link: str,
    of: Setting,
    t: Texts,
) -> Screen:
    """What people will see, how many come, and what can be done now. `begun`: they are arriving;
    `keeps`: the reader decides for the Center and does not only propose."""
    event = coming.event
    head = [t(f"announcements-state-{event.state}")]
    if event.state.is_announced:
        head += [_counts(expected, t), t("announcements-link", link=link)]
    text = t("announcements-card", head=Html("\n".join(head)), card=card_text(coming, True, of, t))
    choices = [
        Button(t.plain(f"announcements-{label}"), action)
        for label, action in _ways(event, begun, keeps)
    ]
    nav = [back(t, ToAnnouncements()), menu(t)]
    if event.state.is_announced:
        nav.insert(1, Button(t.plain("posters-open"), ToPoster(event=event.id), ""))
    return Screen(text=text, choices=choices, nav=nav)


def _ways(event: Event, begun: bool, keeps: bool) -> Sequence[tuple[str, Callback]]:
    """What can be done with an event in its state, as (text, callback)."""
    id_ = event.id
    announce = MoveTo(event=id_, to=State.PUBLISHED)
    change, copy = ("change", ToFields(event=id_)), ("copy", Copy(event=id_))
    repeat, cancel = ("repeat", AskRepeat(event=id_)), AskMove(event=id_, to=State.CANCELLED)
    people, results = ("people", ToList(event=id_)), ("results", ToReport(event=id_))
    match event.state:
        case State.DRAFT:
            return ("publish" if keeps else "propose", announce), change, repeat, ("cancel", cancel)
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


def fields(event: Event, page: int, t: Texts) -> Screen:
    shown, nav = paged(list(Field), page, SHOWN, lambda n: ToFields(event=event.id, page=n), t)
    choices = [
        Button(t.plain(f"announcements-field-{_id(field)}"), AskField(event=event.id, field=field))
        for field in shown
    ]
    return Screen(
        text=t("announcements-fields", title=_title(event, t)),
        choices=choices,
        nav=(back(t, ShowAnnouncement(event=event.id)), *nav, menu(t)),
    )


def ask(
    event: Event,
    field: Field,
    new: bool,
    quick: Sequence[tuple[str, str]],
    problem: BadField | None,
    t: Texts,
) -> Screen:
    """`quick`: answers that need no typing, as (value, label). `problem`: with the last one."""
    key = "" if field in NUMBERS else None
    choices = [
        Button(label, SetField(event=event.id, field=field, value=value, new=new), key)
        for value, label in quick[:SHOWN]
    ]
    return Screen(
        text=t(
            "announcements-ask",
            problem="" if problem is None else Html(t(problem.text, **problem.params) + "\n\n"),
            field=t.plain(f"announcements-field-{_id(field)}"),
            how=t.plain(f"announcements-how-{_id(field)}"),
        ),
        choices=choices,
        nav=(back(t, ShowAnnouncement(event=event.id)), menu(t)),
        expects=AskField(event=event.id, field=field, new=new),
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


def ask_move(event: Event, to: State, heads: int, t: Texts) -> Screen:
    """Before something that many people are told."""
    return Screen(
        text=t(f"announcements-ask-{to}", title=_title(event, t), heads=heads),
        choices=(Button(t.plain(f"announcements-yes-{to}"), MoveTo(event=event.id, to=to)),),
        nav=(back(t, ShowAnnouncement(event=event.id)), menu(t)),
    )


def ask_repeat(event: Event, t: Texts) -> Screen:
    choices = [
        Button(t.plain("announcements-weeks", weeks=n + 1), Repeat(event=event.id, times=n))
        for n in REPEATS
    ]
    return Screen(
        text=t("announcements-ask-repeat", title=_title(event, t)),
        choices=choices,
        nav=(back(t, ShowAnnouncement(event=event.id)), menu(t)),
    )


def proposed(event: Event, of: Setting, t: Texts) -> Screen:
    """To the Center's staff: a partner has an event that waits for their yes."""
    return Screen(
        text=t(
            "announcements-proposed",
            title=_title(event, t),
            when=dates.moment(event.starts_at, of.zone, t),
        ),
        choices=(Button(t.plain("announcements-look"), ShowAnnouncement(event=event.id)),),
        nav=(menu(t),),
    )


def decided(event: Event, t: Texts) -> Screen:
    """To the partner's coordinator: what the Center has decided."""
    key = "announcements-approved" if event.state is State.PUBLISHED else "announcements-returned"
    return Screen(
        text=t(key, title=_title(event, t)),
        choices=(Button(t.plain("announcements-look"), ShowAnnouncement(event=event.id)),),
        nav=(menu(t),),
    )
