"""The questions of people, as those see them who answer."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.consultations import (
    Consultation,
    ConsultationState,
    Inbox,
    Message,
    is_minor,
)
from bot.domain.network import City
from bot.domain.people import Person
from bot.texts import Html, Texts
from bot.views import cities as city_views
from bot.views import dates
from bot.views.callbacks import Callback
from bot.views.consultations import thread, thread_pages, topic_name
from bot.views.nav import back, menu
from bot.views.pages import more
from bot.views.screen import Button, Screen
from bot.views.staff import to_desk


class ToInbox(Callback, code="hin"):
    inbox: Inbox
    page: int = 0


class ShowCase(Callback, code="hca"):
    id: int
    page: int = 0


class Take(Callback, code="htk"):
    id: int


class Release(Callback, code="hrl"):
    id: int


class Reply(Callback, code="hre"):
    """The next typed text is the answer."""

    id: int


def inbox(
    which: Inbox,
    asked: Sequence[tuple[Consultation, Person]],
    page: int,
    pages: int,
    sees_all: bool,
    now: datetime,
    known: Mapping[str, City],
    t: Texts,
) -> Screen:
    lines = [_line(consultation, person, now, known, t) for consultation, person in asked]
    choices = [
        Button(t.plain("answering-open", number=str(consultation.id)), ShowCase(id=consultation.id))
        for consultation, _ in asked
    ]
    turn_to = more(page, pages, lambda n: ToInbox(inbox=which, page=n), t)
    other = _next(which, sees_all)
    switch = Button(t.plain(f"answering-inbox-{other}"), ToInbox(inbox=other), "")
    text = t(
        "answering-inbox" if asked else "answering-empty",
        name=t.plain(f"answering-inbox-{which}"),
        lines=Html("\n\n".join(lines)),
    )
    return Screen(text=text, choices=choices, nav=(*turn_to, switch, to_desk(t)))


def _next(which: Inbox, sees_all: bool) -> Inbox:
    order = [Inbox.WAITING, Inbox.MINE, *([Inbox.EVERY] if sees_all else [])]
    return order[(order.index(which) + 1) % len(order)]


def case(
    consultation: Consultation,
    person: Person,
    messages: Sequence[Message] | None,
    page: int,
    reader: Person,
    known: Mapping[str, City],
    zone: ZoneInfo,
    t: Texts,
) -> Screen:
    """`messages`: None for whoever may not read them unless they take the question."""
    pages = thread_pages(messages or ())
    page = min(page, len(pages) - 1)
    due = consultation.due
    hidden = t("answering-hidden") if messages is None else t("answering-no-words")
    text = t(
        "answering-case",
        number=str(consultation.id),
        topic=topic_name(consultation.topic, t),
        state=_state(consultation, reader, t),
        who=_who(person, known, t),
        due=t("answering-due", by=dates.moment(due, zone, t)) if due else "",
        notes=_notes(person, t),
        thread=thread(pages[page], zone, t) if messages else hidden,
    )
    turn_to = more(page, len(pages), lambda n: ShowCase(id=consultation.id, page=n), t)
    return Screen(
        text=text,
        choices=_actions(consultation, messages is not None, reader, t),
        nav=(*turn_to, back(t, ToInbox(inbox=Inbox.WAITING)), to_desk(t)),
    )


def _actions(consultation: Consultation, may_read: bool, reader: Person, t: Texts) -> list[Button]:
    state, number = consultation.state, consultation.id
    if state is ConsultationState.NEW:
        return [Button(t.plain("answering-take"), Take(id=number))]
    is_mine = consultation.owner == reader.id
    choices = []
    if is_mine and state is not ConsultationState.CLOSED:
        key = "answering-reply" if state.waits else "answering-add"
        choices.append(Button(t.plain(key), Reply(id=number)))
    if state is ConsultationState.TAKEN and may_read:
        choices.append(Button(t.plain("answering-release"), Release(id=number)))
    return choices


def reply(consultation: Consultation, person: Person, t: Texts) -> Screen:
    return Screen(
        text=t("answering-write", number=str(consultation.id), notes=_notes(person, t)),
        nav=(back(t, ShowCase(id=consultation.id)), menu(t)),
        expects=Reply(id=consultation.id),
    )


def sent(consultation: Consultation, t: Texts) -> Screen:
    return Screen(
        text=t("answering-sent", number=str(consultation.id)),
        choices=(
            Button(t.plain("answering-open", number=str(consultation.id)), _to(consultation)),
            Button(t.plain("staff-desk-consultations"), ToInbox(inbox=Inbox.WAITING)),
        ),
        nav=(to_desk(t), menu(t)),
    )


def said_more(consultation: Consultation, t: Texts) -> Screen:
    """Told to the owner: the person has written again."""
    return _about("answering-said-more", consultation, t)


def arrived(count: int, t: Texts) -> Screen:
    """Told to everybody who may answer: there is something to take."""
    return Screen(
        text=t("answering-arrived", count=count),
        choices=(Button(t.plain("answering-look"), ToInbox(inbox=Inbox.WAITING)),),
        nav=(to_desk(t), menu(t)),
    )


def waits(consultation: Consultation, zone: ZoneInfo, t: Texts) -> Screen:
    """Told after a day to who has it, or to everybody."""
    assert consultation.due is not None
    return _about("answering-waits", consultation, t, by=dates.moment(consultation.due, zone, t))


def overdue(consultation: Consultation, t: Texts) -> Screen:
    """Told to administrators: it has taken too long."""
    owner = "" if consultation.owner is None else str(consultation.owner)
    key = "answering-overdue" if owner else "answering-overdue-nobody"
    return _about(key, consultation, t, owner=owner)


def _about(key: str, consultation: Consultation, t: Texts, **more: str) -> Screen:
    number = str(consultation.id)
    return Screen(
        text=t(key, number=number, topic=topic_name(consultation.topic, t), **more),
        choices=(Button(t.plain("answering-open", number=number), _to(consultation)),),
        nav=(to_desk(t), menu(t)),
    )


def _to(consultation: Consultation) -> ShowCase:
    return ShowCase(id=consultation.id)


def _line(
    consultation: Consultation,
    person: Person,
    now: datetime,
    known: Mapping[str, City],
    t: Texts,
) -> Html:
    since = consultation.waiting_since
    return t(
        "answering-line",
        number=str(consultation.id),
        topic=topic_name(consultation.topic, t),
        state=t.plain(f"answering-state-{consultation.state}"),
        who=_who(person, known, t),
        hours=-1 if since is None else int((now - since).total_seconds() // 3600),
        late=t("answering-late") if consultation.is_overdue(now) else "",
    )


def _state(consultation: Consultation, reader: Person, t: Texts) -> str:
    if consultation.owner is None or consultation.state is not ConsultationState.TAKEN:
        return t.plain(f"answering-state-{consultation.state}")
    if consultation.owner == reader.id:
        return t.plain("answering-yours")
    return t.plain("answering-of", owner=str(consultation.owner))


def _who(person: Person, known: Mapping[str, City], t: Texts) -> str:
    """What is needed to answer, and nothing that names anybody."""
    facts = [t.plain(f"answering-role-{person.role or 'unknown'}")]
    if person.age_band is not None:
        facts.append(t.plain(f"answering-age-{person.age_band.replace('_', '-')}"))
    if person.grade is not None:
        facts.append(t.plain("start-grade-number", grade=person.grade))
    city = known.get(person.city or "")
    if city is not None:
        facts.append(city_views.name(city, t))
    return ", ".join(facts)


def _notes(person: Person, t: Texts) -> Html:
    """What whoever writes to this person has to know."""
    minor = [t("answering-minor")] if is_minor(person) else []
    muted = [t("answering-muted")] if person.muted else []
    return Html("\n".join([*minor, *muted]))
