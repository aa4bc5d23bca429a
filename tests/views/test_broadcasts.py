"""Screens about mailings: short enough, in both languages, with a way on; and what they say."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.broadcasts import (
    Broadcast,
    BroadcastRules,
    Content,
    Fate,
    Link,
    Progress,
    State,
    Target,
    Topic,
)
from bot.domain.files import KeptFile
from bot.domain.outbox import Settled
from bot.domain.outbox import State as Row
from bot.domain.segments import By, Exclusion, SavedSegment
from bot.drawings import draw
from bot.texts import LANGUAGES, Html, Texts, texts
from bot.views.broadcasts import (
    audience,
    drafts,
    lists,
    message,
    reports,
    running,
    sending,
    words,
)
from bot.views.screen import MAX_LABEL, Attachment, Screen, drawn
from tests.builders import DICTIONARIES, NOON, RULES, SEAL, network
from tests.domain.event_builders import event

EVERY = [texts(language, tone) for language in LANGUAGES for tone in ("formal", "informal")]
RU = texts("ru")
SHORT, CARD = 350, 900  # characters
PAID = BroadcastRules(paid_rate=300.0, most_stars=500)
PROGRAMMES = network().programmes
EVENTS = {"7": event(id=7, title_ru="День открытых дверей")}
NAMES = words.Names(dictionaries=DICTIONARIES, programmes=PROGRAMMES, events=EVENTS, rules=PAID)
FREE = replace(NAMES, rules=BroadcastRules())
NOW = sending.Sent(
    ends_at=NOON + timedelta(hours=1),
    quiet_until=NOON.astimezone(RULES.zone),
    zone=RULES.zone,
)
FULL = Content(
    text="<b>да</b>",
    length=3500,
    text_en="yes",
    length_en=3500,
    file=KeptFile(id="x", photo=False, name="Положение об олимпиаде 2026.pdf"),
    buttons=(
        Link(target=Target.PROGRAMME, to="P-1", label=""),
        Link(target=Target.PROGRAMME, to="GONE", label=""),
        Link(target=Target.LINK, to="e_open-day", label="Подробнее"),
    ),
)
SEGMENT = {
    By.ROLE: ("pupil", "adult", "guardian", "teacher"),
    By.GRADE: ("8-11",),
    By.CITY: ("kemerovo", "yurga", "gone"),
    By.INTEREST: ("tech", "art"),
    By.WISH: ("mach.weld",),
    By.APPLIED: ("GONE",),
    By.COMPLETED: ("P-1",),
    By.REGISTERED: ("7", "999"),
    By.CAME: ("7",),
    By.UNCONFIRMED: ("5",),
}
SAVED = [SavedSegment(id=n, name="Старшие классы Кемерова и Юрги", segment={}) for n in range(9)]


def broadcast(state: State = State.DRAFT, **changes: Any) -> Broadcast:
    usual: dict[str, Any] = {
        "id": 1234,
        "topic": Topic.SERVICE,
        "state": state,
        "version": 3,
        "author": 567,
        "content": FULL,
        "segment": SEGMENT,
        "looked_through": True,
        "position": 9000,
        "reached": 123_456,
        "excluded": dict.fromkeys(Exclusion, 12_345),
        "starts_at": NOON,
        "started_at": NOON,
        "ended_at": NOON + timedelta(hours=70, minutes=5),
        "paid_messages": 100,
        "created_at": NOON,
    }
    return Broadcast(**{**usual, **changes})


BARE = broadcast(content=Content(), segment={}, excluded={}, looked_through=False)
TALLY = dict.fromkeys(Fate, 12_345)
SEEN = Progress(sent=500, settled=600, total=1000, per_second=30.0)


def short_ones(t: Texts) -> Iterator[Screen]:
    many = [broadcast(state) for state in State]
    yield lists.newest(many[: lists.SHOWN], 0, 3, t)
    yield lists.newest([], 0, 1, t)
    yield lists.topics(t)
    for draft in (broadcast(), BARE):
        yield drafts.texts(draft, t)
        yield drafts.ask_text(draft, False, t)
        yield drafts.ask_text(draft, True, t)
        yield drafts.ask_file(draft, t)
        yield drafts.buttons(draft, NAMES, t)
        yield drafts.ask_programme(draft, t)
        yield drafts.programmes(draft, list(PROGRAMMES.values()) * 9, t)
        yield drafts.programmes(draft, [], t)
        yield drafts.ask_link(draft, list(EVENTS.values()) * 9, "traektoria_bot", t)
        yield drafts.ask_discard(draft, t)
        for page in (0, 1):
            yield audience.criteria(draft, page, t)
        for by in By:
            yield audience.values(draft, by, audience.usual_values(by, NAMES), NAMES, t)
            yield audience.values(draft, by, (), NAMES, t, t("broadcasts-not-found"))
    yield audience.segments(BARE, SAVED, 1, t)
    yield audience.segments(BARE, [], 0, t)
    yield audience.removing(BARE, SAVED, t)
    yield audience.ask_name(BARE, 30, t)
    yield sending.paying(broadcast(), NAMES, t)
    yield sending.ask_when(BARE, t)
    yield sending.ask_when(BARE, t, unclear=True)
    yield sending.confirm_when(BARE, NOON, RULES.zone, t)
    yield sending.scheduled(broadcast(State.SCHEDULED), RULES.zone, t)
    yield sending.waiting(broadcast(State.WAITING), 500, t)
    yield sending.asked(broadcast(State.WAITING), t)
    yield sending.approved(broadcast(State.SCHEDULED), RULES.zone, t)
    yield sending.sent_back(BARE, t)
    yield sending.not_yet(BARE, t("broadcasts-error-nobody"), t)
    yield sending.sent_back_done(BARE, t)
    yield sending.grew(BARE, 500, t)
    yield running.gathering(broadcast(State.GATHERING), t)
    for state in (State.RUNNING, State.PAUSED, State.FINISHED):
        yield running.progress(broadcast(state), SEEN, t)
    yield running.progress(broadcast(State.PAUSED, error="400 x" * 50), SEEN, t)
    yield running.progress(broadcast(State.RUNNING), replace(SEEN, per_second=0.01), t)
    yield running.progress(broadcast(State.RUNNING), replace(SEEN, per_second=None), t)
    yield running.progress(broadcast(State.RUNNING), replace(SEEN, quiet_until=NOON), t)
    yield running.ask_stop(broadcast(State.RUNNING), t)
    yield reports.ask_again(broadcast(State.FINISHED), 12, t)
    yield reports.listed(broadcast(State.FINISHED), [], RULES.zone, t)
    yield message.left(Topic.ADVERT, t)


def cards(t: Texts) -> Iterator[Screen]:
    for draft in (broadcast(), BARE):
        yield drafts.card(draft, NAMES, t)
        yield drafts.of_another(draft, NAMES, t)
        yield audience.audience(draft, NAMES, t)
        yield sending.review(draft, FREE, NOW, t)
        yield sending.review(replace(draft, paid=True), NAMES, replace(NOW, quiet_until=None), t)
    yield sending.approval(broadcast(State.WAITING), NAMES, NOW, t)
    yield running.broken(broadcast(State.PAUSED, error="400 x" * 100), t)
    for state in (State.STOPPED, State.FINISHED):
        yield reports.report(broadcast(state), TALLY, 7, t)
    yield reports.report(broadcast(State.STOPPED, paid_messages=0), {}, 0, t)
    yield message.subscriptions(dict.fromkeys(Topic, True), t)
    yield message.subscriptions(dict.fromkeys(Topic, False), t)


@pytest.mark.parametrize(("screens", "limit"), [(short_ones, SHORT), (cards, CARD)])
def test_a_screen_says_no_more_than_is_read(screens: Any, limit: int) -> None:
    for t in EVERY:
        for screen in screens(t):
            assert len(visible(screen)) <= limit, visible(screen)


@pytest.mark.parametrize("screens", [short_ones, cards])
def test_every_screen_has_a_way_on_and_few_choices(screens: Any) -> None:
    for t in EVERY:
        for screen in screens(t):
            assert screen.choices or screen.nav, visible(screen)
            assert len(screen.choices) <= 6, visible(screen)
            assert len(screen.nav) <= 3, visible(screen)
            rows = drawn(screen, SEAL, "telegram:1001")["rows"]
            assert all(len(button["label"]) <= MAX_LABEL for row in rows for button in row)


def visible(screen: Screen) -> str:
    return re.sub(r"</?\w+>", "", screen.text)


def test_what_a_condition_names_and_is_gone_is_shown_by_its_code() -> None:
    said = words.segment(SEGMENT, NAMES, RU)
    assert "Город: Кемерово, Юрга, gone" in said
    assert "Класс: 8–11 класс" in said
    assert "рассылка № 5" in said
    assert "Записан на мероприятие: День открытых дверей, 999" in said
    assert words.segment({}, NAMES, RU) == "всем"


def test_a_mistake_stands_above_the_question_that_is_asked_again() -> None:
    wrong = Html("Строка 2: …")
    asked = drafts.ask_text(BARE, False, RU, wrong)
    assert asked.text.startswith("Строка 2: …\n\n")
    assert asked.expects == drafts.TypeText(id=1234)


def test_only_who_may_be_paid_for_is_offered_speed() -> None:
    labels = [
        [button.label for button in sending.review(broadcast(paid=paid), names, NOW, RU).choices]
        for names, paid in ((FREE, False), (NAMES, False), (NAMES, True))
    ]
    assert [len(one) for one in labels] == [4, 5, 5]
    assert labels[1][-1] == "Отправить быстрее за Stars"
    assert labels[2][-1] == "Без оплаты"


def test_the_price_is_said_with_its_limit() -> None:
    said = sending.paying(broadcast(reached=1000), NAMES, RU).text
    assert "не больше 90 ⭐ — по 0.1" in said
    assert "Предел" not in said
    capped = sending.paying(broadcast(), NAMES, RU).text
    assert "не больше 500 ⭐" in capped
    assert "Предел на одну рассылку — 500 ⭐" in capped


@pytest.mark.parametrize(
    ("state", "labels"),
    [
        (State.RUNNING, ["Пауза", "Остановить насовсем", "Обновить"]),
        (State.PAUSED, ["Продолжить", "Остановить насовсем"]),
        (State.FINISHED, ["Обновить"]),
    ],
)
def test_brakes_are_those_that_work(state: State, labels: list[str]) -> None:
    shown = running.progress(broadcast(state), SEEN, RU)
    assert [button.label for button in shown.choices] == labels


def test_progress_is_a_bar_with_its_figures() -> None:
    said = running.progress(broadcast(State.RUNNING), SEEN, RU).text
    assert "▓▓▓▓▓▓▓░░░░░ 60 %" in said
    assert "Отправлено: 500 из 1\u00a0000" in said
    assert "30 в секунду, осталось меньше минуты" in said


def test_a_second_try_is_offered_where_something_is_unconfirmed() -> None:
    def offers(tally: dict[Fate, int]) -> bool:
        shown = reports.report(broadcast(State.FINISHED), tally, 0, RU)
        return any("Повторить" in button.label for button in shown.choices)

    assert offers({Fate.SENT: 1, Fate.UNKNOWN: 1})
    assert not offers({Fate.SENT: 2, Fate.UNKNOWN: 0})


def test_the_picture_of_the_report_can_be_drawn_and_says_what_the_words_do() -> None:
    shown = reports.report(broadcast(State.FINISHED), {Fate.SENT: 270, Fate.BLOCKED: 30}, 0, RU)
    assert isinstance(shown.attachment, Attachment)
    assert draw(shown.attachment.recipe).startswith(b"\x89PNG")
    told = [(bar["label"], bar["words"]) for bar in shown.attachment.recipe["bars"]]
    assert told[:3] == [
        ("Доставлено", "270 из 300"),
        ("Не подтверждено", "0 из 300"),
        ("Чат закрыт", "30 из 300"),
    ]
    assert "Доставлено: 270" in shown.text
    assert "Не подтверждено" not in shown.text


def test_the_list_has_a_row_for_each_with_the_reason_in_words() -> None:
    rows = [
        Settled(person=7, state=Row.UNKNOWN, error="reset", at=NOON),
        Settled(person=8, state=Row.SKIPPED, error="opted_out", at=NOON),
        Settled(person=9, state=Row.SKIPPED, error="403 Forbidden", at=NOON),
        Settled(person=None, state=Row.SENT, error=None, at=NOON),
        Settled(person=10, state=Row.QUEUED, error=None, at=None),
    ]
    shown = reports.listed(broadcast(State.FINISHED), rows, RULES.zone, RU)
    assert isinstance(shown.attachment, Attachment)
    assert draw(shown.attachment.recipe).startswith(b"PK")
    (table,) = shown.attachment.recipe["tables"]
    assert [tuple(row[:3]) for row in table["rows"]] == [
        ("7", "не подтверждено", "reset"),
        ("8", "не отправлено", "отписался от темы"),
        ("9", "чат закрыт", "403 Forbidden"),
        ("стёрт", "доставлено", ""),
        ("10", "ждёт", ""),
    ]
    assert [row[3] for row in table["rows"]] == ["02.03.2026 19:00:00"] * 4 + [""]


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (timedelta(seconds=59), "меньше минуты"),
        (timedelta(minutes=1), "1 минуту"),
        (timedelta(minutes=12.4), "12 минут"),
        (timedelta(hours=2, minutes=5), "2 часа 5 мин"),
    ],
)
def test_how_long_is_said_in_words(time: timedelta, said: str) -> None:
    assert words.lasting(time, RU) == said
