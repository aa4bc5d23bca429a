"""What staff see, and what people see who ask a specialist: every screen, in both languages."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.catalog.dictionaries import load_dictionaries
from bot.catalog.faq import load_faq
from bot.catalog.importing import read_network
from bot.domain.audit import KINDS, Action, Entry
from bot.domain.consultations import (
    FAQ_SHOWN,
    Author,
    Consultation,
    ConsultationState,
    Inbox,
    Message,
    Topic,
)
from bot.domain.inbox import MAX_TYPED, Kind, SetAside
from bot.domain.people import AgeBand, Person, Role
from bot.domain.staff import PERMISSIONS, Appointment, Permission, StaffRole
from bot.texts import LANGUAGES, Html, Texts, texts
from bot.views import alerts, answering, audit, consultations, staff
from bot.views import help as help_views
from bot.views.desk import DESK, open_to
from bot.views.screen import MAX_LABEL, Screen, drawn
from tests.builders import NOON, OPERATOR, RULES, SEAL, TODAY

DATA = Path(__file__).parents[2] / "data"
NAMES = load_dictionaries(DATA)
PARTNERS = list(read_network(DATA / "demo", NAMES, TODAY).partners.values())
FAQ = load_faq(DATA / "faq.toml")
ZONE = RULES.zone
EVERY = [texts(language, tone) for language in LANGUAGES for tone in ("formal", "informal")]
LONG = "Щ" * (MAX_TYPED - 1)
SHORT, LIST = 350, 1500  # characters that a screen shows at most


def person(**changes: object) -> Person:
    usual: dict[str, object] = {
        "id": 12345,
        "channel": "telegram",
        "account": 1001,
        "chat": "1001",
        "language": "ru",
        "role": Role.PUPIL,
        "age_band": AgeBand.FROM_14,
        "grade": 9,
        "city": "leninsk-kuznetsky",
        "muted": True,
        "created_at": NOON,
    }
    return Person(**{**usual, **changes})  # type: ignore[arg-type]


def consultation(state: ConsultationState, owner: int | None = 654321) -> Consultation:
    new = state is ConsultationState.NEW
    return Consultation(
        id=12345,
        person_id=7,
        topic=Topic.FREE_TRAINING,
        state=state,
        asked_at=NOON,
        owner=None if new else owner,
        waiting_since=NOON if state.waits else None,
    )


def appointment(role: StaffRole) -> Appointment:
    partner = "DP-14" if role.of_partner else ""
    return Appointment(id=1, person_id=12345, role=role, partner=partner, granted_at=NOON)


def entry(action: str) -> Entry:
    return Entry(
        id=12345,
        at=NOON,
        actor="12345",
        action=action,
        subject="s" * 300,
        before="b" * 300,
        after="a" * 300,
        previous_hash="",
        hash="",
    )


def short_ones(t: Texts) -> Iterator[Screen]:
    yield from of_the_team(t)
    yield from of_askers(t)
    yield audit.kinds(0, t)
    yield alerts.slow_replies(t)
    yield alerts.replies_in_time(NOON, ZONE, t)
    yield alerts.refused(21, t)
    yield alerts.nothing_refused(NOON, ZONE, t)
    yield alerts.telegram_is_back(NOON, NOON, ZONE, t)
    yield answering.arrived(21, t)
    for state in ConsultationState:
        yield answering.said_more(consultation(state), t)
        yield answering.sent(consultation(state), t)
        yield answering.reply(consultation(state), person(), t)
    waiting = consultation(ConsultationState.TAKEN)
    yield answering.waits(waiting, ZONE, t)
    yield answering.overdue(waiting, t)
    yield answering.overdue(replace(waiting, owner=None), t)


def of_the_team(t: Texts) -> Iterator[Screen]:
    everybody = [appointment(role) for role in StaffRole]
    for page in range(2):
        yield staff.desk(open_to(frozenset(Permission), t), [Html("x" * 99)], page, t)
        yield staff.team(everybody, page, ZONE, t)
        yield staff.roles(list(StaffRole), page, t)
    yield staff.desk([], [], 0, t)
    yield staff.set_aside(12345, t)
    yield staff.joined(12345, list(StaffRole), t)
    for role in StaffRole:
        yield staff.welcome([role], t)
        yield staff.appointment(appointment(role), ZONE, t)
        yield staff.ask_revoke(appointment(role), t)
        yield staff.dismissed(appointment(role), t)
    yield staff.partners(StaffRole.TEACHER, PARTNERS, 0, t)


def of_askers(t: Texts) -> Iterator[Screen]:
    yield consultations.topics(OPERATOR, True, t)
    yield consultations.glad(t)
    for topic in Topic:
        known = [answer for answer in FAQ if topic in answer.topics][:FAQ_SHOWN]
        yield consultations.faq(topic, known, t)
        yield consultations.write(topic, t)
        for answer in known:
            yield consultations.faq_answer(topic, answer, t)
    for state in ConsultationState:
        asked = consultation(state)
        yield consultations.asked(asked, None, False, OPERATOR, ZONE, t)
        yield consultations.asked(asked, NOON, True, OPERATOR, ZONE, t)
        yield consultations.write_more(asked, t)
        yield consultations.closed(asked, t)
    yield consultations.mine([], 0, ZONE, t)


def lists(t: Texts) -> Iterator[Screen]:
    failed = SetAside(
        reference=12345, kind=Kind.PRESS, failures=5, error="E" * 500, received_at=NOON
    )
    yield staff.trouble([failed] * 9, t)
    yield staff.trouble([], t)
    link = f"https://t.me/traektoria_bot?start=s_{'x' * 32}"
    yield staff.invitation(link, StaffRole.TEACHER, "DP-14", t)
    yield audit.log([entry(action) for action in Action][:5], "staff", 0, 9, ZONE, t)
    yield audit.log([], None, 0, 1, ZONE, t)
    duties = [button.label for button in open_to(frozenset(Permission), t)]
    yield help_views.how_it_works(duties, t)
    yield from threads(t)
    many = [(consultation(state), person()) for state in ConsultationState] * 2
    for which in Inbox:
        for asked in (many[:5], []):
            yield answering.inbox(which, asked, 0, 2, True, NOON, NAMES.cities, t)
    yield consultations.mine([c for c, _ in many], 0, ZONE, t)


def threads(t: Texts) -> Iterator[Screen]:
    said = [Message(author=author, text=LONG, sent_at=NOON) for author in Author]
    reader = person(id=654321)
    for state in ConsultationState:
        asked = consultation(state)
        yield consultations.answered(asked, LONG, t)
        for messages in ([], said):
            yield consultations.question(asked, messages, 0, ZONE, t)
        for known in (None, [], said):
            yield answering.case(asked, person(), known, 0, reader, NAMES.cities, ZONE, t)


def visible(screen: Screen) -> str:
    return screen.text.replace("<b>", "").replace("</b>", "")


@pytest.mark.parametrize(("screens", "limit"), [(short_ones, SHORT), (lists, LIST)])
def test_a_screen_says_no_more_than_is_read(
    screens: Callable[[Texts], Iterator[Screen]], limit: int
) -> None:
    for t in EVERY:
        for screen in screens(t):
            assert len(visible(screen)) <= limit, visible(screen)


@pytest.mark.parametrize("screens", [short_ones, lists])
def test_every_screen_has_a_way_on_and_few_choices(
    screens: Callable[[Texts], Iterator[Screen]],
) -> None:
    for t in EVERY:
        for screen in screens(t):
            assert screen.nav, visible(screen)
            assert len(screen.choices) <= 5, visible(screen)
            assert len(screen.nav) <= 3, visible(screen)
            rows = drawn(screen, SEAL, "telegram:1001")["rows"]
            assert all(len(button["label"]) <= MAX_LABEL for row in rows for button in row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_that_we_have_written_is_cut(language: str) -> None:
    t = texts(language)
    for screen in (*short_ones(t), *lists(t)):
        for button in (*screen.numbered, *screen.nav):
            assert len(button.label) <= MAX_LABEL or button.label[3:].startswith("DP-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_kind_role_and_duty_has_its_words(language: str) -> None:
    t = texts(language)
    for action in Action:
        assert t.has(f"audit-action-{action.replace('.', '-')}"), action
    for kind in KINDS:
        assert t.has(f"audit-kind-{kind}"), kind
    for found in DESK:
        assert t.has(found.label), found


@pytest.mark.parametrize("role", StaffRole)
def test_the_desk_shows_what_the_role_may_do_and_nothing_else(role: StaffRole) -> None:
    shown = {button.action for button in open_to(PERMISSIONS[role], texts("ru"))}
    assert shown == {e.action for e in DESK if e.permission in PERMISSIONS[role]}


def test_control_an_administrator_sees_the_whole_desk_and_others_less() -> None:
    t = texts("ru")
    assert len(open_to(PERMISSIONS[StaffRole.ADMIN], t)) == len(DESK)
    assert len(open_to(PERMISSIONS[StaffRole.CENTER_STAFF], t)) < len(DESK)
    assert open_to(frozenset(), t) == []


def test_pages_go_round_and_show_everything_once() -> None:
    t = texts("ru")
    labels: list[str] = []
    page, seen = 0, set[int]()
    while page not in seen:
        seen.add(page)
        screen = staff.partners(StaffRole.TEACHER, PARTNERS, page, t)
        labels += [button.label for button in screen.choices]
        (more, *_) = screen.nav
        assert isinstance(more.action, staff.InviteAs)
        page = more.action.page
    assert sorted(label.split()[0] for label in labels) == sorted(p.code for p in PARTNERS)
    assert labels[0].startswith("DP-14"), "for a teacher the schools come first"


def test_a_thread_is_cut_between_messages_and_loses_none() -> None:
    said = [Message(author=Author.ASKER, text=str(n) * 500, sent_at=NOON) for n in range(5)]
    pages = consultations.thread_pages(said)
    assert [m for page in reversed(pages) for m in page] == said
    assert [len(page) for page in pages] == [2, 2, 1]
    assert consultations.thread_pages([]) == [[]]


def test_what_people_type_cannot_become_markup() -> None:
    t = texts("ru")
    evil = '<a href="https://evil.example">жми</a> & <b>'
    message = Message(author=Author.ASKER, text=evil, sent_at=NOON)
    asked = consultation(ConsultationState.TAKEN)
    for screen in (
        consultations.question(asked, [message], 0, ZONE, t),
        consultations.answered(asked, evil, t),
        answering.case(asked, person(), [message], 0, person(), NAMES.cities, ZONE, t),
    ):
        assert "&lt;a href" in screen.text
        assert "<a" not in screen.text
        assert "&amp; &lt;b&gt;" in screen.text


def test_who_answers_a_minor_is_told_that_the_center_reads_along() -> None:
    t = texts("ru")
    asked = consultation(ConsultationState.TAKEN)

    def said(of: Person) -> str:
        case = answering.case(asked, of, [], 0, person(), NAMES.cities, ZONE, t)
        return case.text + answering.reply(asked, of, t).text

    assert said(person()).count("Всю переписку видят сотрудники Центра") == 2
    assert "Автору нет 18" not in said(person(age_band=AgeBand.FROM_18))
    for tone in ("formal", "informal"):
        writing = consultations.write(Topic.CHOICE, texts("ru", tone)).text
        assert "всю переписку видят сотрудники Центра" in writing


def test_a_question_names_nobody() -> None:
    t = texts("ru")
    case = answering.case(
        consultation(ConsultationState.NEW), person(), None, 0, person(), NAMES.cities, ZONE, t
    )
    assert "учится, 14–17 лет, 9 класс, Ленинск-Кузнецкий" in case.text
    assert "12345, " not in case.text.partition("\n")[2], "not even the asker's number"
    assert "Текст откроется тому, кто возьмёт вопрос" in case.text


def test_an_overdue_question_is_marked() -> None:
    t = texts("ru")
    asked = [(consultation(ConsultationState.NEW), person())]

    def listed(now: datetime) -> str:
        return answering.inbox(Inbox.WAITING, asked, 0, 1, False, now, NAMES.cities, t).text

    assert "ждёт 49 ч ❗ просрочен" in listed(NOON + timedelta(hours=49))
    assert "просрочен" not in listed(NOON + timedelta(hours=47))


def test_a_closed_office_says_when_it_opens() -> None:
    opens = datetime(2026, 3, 9, 2, tzinfo=UTC)
    asked = consultation(ConsultationState.NEW)
    closed = consultations.asked(asked, opens, False, OPERATOR, ZONE, texts("ru"))
    assert "ответим после пн, 9 марта, 09:00" in closed.text
    assert (
        "ответим после"
        not in consultations.asked(asked, None, False, OPERATOR, ZONE, texts("ru")).text
    )


def test_an_invitation_is_not_kept_once_it_is_sent() -> None:
    screen = staff.invitation("https://t.me/x?start=s_y", StaffRole.MENTOR, "", texts("ru"))
    assert drawn(screen, SEAL, "telegram:1")["forgets"]
    assert "forgets" not in drawn(staff.roles([], 0, texts("ru")), SEAL, "telegram:1")


@pytest.mark.parametrize("role", StaffRole)
def test_help_lists_the_duties_of_the_role(role: StaffRole) -> None:
    t = texts("ru")
    duties = [button.label for button in open_to(PERMISSIONS[role], t)]
    said = help_views.how_it_works(duties, t).text
    assert all(duty in said for duty in duties)
    assert ("/staff" in said) is bool(duties)
