"""Who was there: the code at the door, the list that staff tap, the report."""

from collections.abc import Sequence

from bot.domain.attendance import Tally
from bot.domain.errors import Refusal
from bot.domain.events import Event, State
from bot.domain.participations import Kind, Participation
from bot.domain.participations import State as Place
from bot.drawings import as_recipe
from bot.drawings.qr import Qr
from bot.texts import Html, Texts
from bot.views.announcements import ShowAnnouncement, ToDoor, ToList
from bot.views.callbacks import Callback
from bot.views.events import Setting, ShowEvents, title, when
from bot.views.nav import back, human, menu
from bot.views.pages import paged
from bot.views.participations import CheckIn, MyEvents
from bot.views.screen import Attachment, Button, Screen

SHOWN = 5


class Mark(Callback, code="atm"):
    id: int
    came: bool
    page: int = 0


class CountHeads(Callback, code="ath"):
    """The next typed text is how many came."""

    id: int


class HandIn(Callback, code="atx"):
    event: int


def door(event: Event, code: str, link: str, t: Texts) -> Screen:
    """The picture opens the chat with the code in it; the code can be typed too."""
    return Screen(
        text=t("attendance-door", title=title(event, t), code=f"{code[:3]} {code[3:]}"),
        choices=(Button(t.plain("attendance-renew"), ToDoor(event=event.id)),),
        nav=(back(t, ShowAnnouncement(event=event.id)), menu(t)),
        attachment=Attachment(name="code.png", recipe=as_recipe(Qr(content=link)), photo=True),
    )


def listed(event: Event, expected: Sequence[Participation], page: int, t: Texts) -> Screen:
    """One tap turns «came» over; a class is counted in heads. Nobody has a name here."""
    shown, nav = paged(expected, page, SHOWN, lambda n: ToList(event=event.id, page=n), t)
    choices = [_row(participation, page, t) for participation in shown]
    came = sum(p.state is Place.ATTENDED for p in expected)
    return Screen(
        text=t("attendance-list", title=title(event, t), came=came, expected=len(expected)),
        choices=choices,
        nav=(back(t, ShowAnnouncement(event=event.id)), *nav, menu(t)),
    )


def _row(participation: Participation, page: int, t: Texts) -> Button:
    came = participation.state is Place.ATTENDED
    is_class = participation.kind is Kind.CLASS
    label = t.plain(
        "attendance-row-class" if is_class else "attendance-row",
        number=str(participation.person_id or participation.id),
        places=participation.places,
        state=participation.state,
        came=participation.came or 0,
    )
    if is_class:
        return Button(label, CountHeads(id=participation.id))
    return Button(label, Mark(id=participation.id, came=not came, page=page))


def above(problem: Refusal | None, t: Texts) -> Html:
    """What was wrong with the last answer, over the question that is asked again."""
    return Html("" if problem is None else t(problem.text, **problem.params) + "\n\n")


def ask_heads(
    event: Event, participation: Participation, t: Texts, problem: Refusal | None = None
) -> Screen:
    return Screen(
        text=t(
            "attendance-ask-heads",
            problem=above(problem, t),
            title=title(event, t),
            expected=participation.places,
        ),
        nav=(menu(t),),
        expects=CountHeads(id=participation.id),
    )


def counted(event: Event, heads: int, t: Texts) -> Screen:
    return Screen(
        text=t("attendance-counted", title=title(event, t), heads=heads),
        nav=(Button(t.plain("participations-mine"), MyEvents(), ""), menu(t)),
    )


def ask_code(event: Event, t: Texts, problem: Refusal | None = None) -> Screen:
    return Screen(
        text=t("attendance-ask-code", problem=above(problem, t), title=title(event, t)),
        nav=(human(t), menu(t)),
        expects=CheckIn(event=event.id),
    )


def checked_in(event: Event, t: Texts) -> Screen:
    return Screen(
        text=t("attendance-checked-in", title=title(event, t)),
        choices=(Button(t.plain("participations-others"), ShowEvents()),),
        nav=(Button(t.plain("participations-mine"), MyEvents(), ""), menu(t)),
    )


def report(
    event: Event, of: Tally, unreached: int, lines: Sequence[Html], setting: Setting, t: Texts
) -> Screen:
    """`unreached`: who takes no messages; `lines`: what became of the reminders, and what people
    said."""
    choices = []
    if event.state is State.HELD:
        choices.append(Button(t.plain("attendance-hand-in"), HandIn(event=event.id)))
    return Screen(
        text=t(
            "attendance-report",
            title=title(event, t),
            when=when(event, setting.zone, t),
            people=of.people,
            heads=of.heads,
            absent=of.absent,
            classes=of.classes,
            waiting=of.waiting,
            unreached=unreached,
            lines=Html("\n".join(lines)),
        ),
        choices=choices,
        nav=(back(t, ShowAnnouncement(event=event.id)), menu(t)),
    )
