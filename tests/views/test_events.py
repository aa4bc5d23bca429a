"""Every screen about events, in both languages and tones, is short enough and leads on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.announcements import Untold
from bot.domain.attendance import tally
from bot.domain.event_fields import Field
from bot.domain.events import Change, EventType, Filter, GroupRules, Hindrance, State, Wish
from bot.domain.participations import (
    ClassCannotGrow,
    ClassTooSmall,
    Coming,
    Kind,
    Participation,
    Places,
    WrongCode,
)
from bot.domain.participations import State as Place
from bot.domain.people import AgeBand, Person, Role
from bot.domain.reminders import Rule, Wishes
from bot.texts import Html, Texts, texts
from bot.views import (
    announcement_fields,
    announcements,
    attendance,
    classes,
    event_filters,
    events,
    participations,
    parties,
    reminders,
)
from bot.views.screen import MAX_LABEL, Screen, drawn
from tests.builders import NOON, RULES, SEAL
from tests.domain.event_builders import STARTS, event, participation
from tests.views.test_screens import CARD, EVERY, LIST, NAMES, NETWORK, SHORT, visible

RU = texts("ru", "informal")
LONG = "Профессиональная проба «Сварщик ручной дуговой сварки»: первый шов своими руками и чай"
EVENT = event(
    title_ru=LONG,
    title_en=LONG,
    about_ru="Попробуешь варить, узнаешь, где учат и где работают. " * 4,
    organiser="DP-07",
    co_organisers=("DP-11", "DP-12"),
    city="prokopyevsk",
    bring="сменную обувь, одежду с длинным рукавом",
    briefing=True,
    documents="справка из школы",
    federal="Билет в будущее",
    accessible=True,
    adults=True,
    age_mark=12,
    groups=GroupRules(),
    deadline=STARTS - timedelta(days=1),
)
ONLINE = event(city=None, place="", link="https://example.org/" + "x" * 60)
OF = events.Setting(zone=RULES.zone, names=NAMES, partners=NETWORK.partners)
FREE, FULL = Places(capacity=10, taken=3, waiting=0), Places(capacity=10, taken=10, waiting=4)


def coming(about: Hindrance | None = None, places: Places = FREE) -> Coming:
    return Coming(event=EVENT, places=places, hindrance=about)


EVERYTHING = Filter(
    for_me=True,
    city="prokopyevsk",
    sector=next(iter(NAMES.sectors)),
    type=EventType.TRYOUT,
    days=7,
    places=True,
    accessible=True,
    online=True,
)


def reader(mine: Participation | None = None, teaches: bool = False, **about: Any) -> events.Reader:
    known = Person(
        id=1, channel="telegram", account=1, chat="1", language="ru", created_at=NOON, **about
    )
    return events.Reader(person=known, mine=mine, teaches=teaches)


def labels(screen: Screen) -> list[str]:
    return [button.label for button in screen.choices]


def receipt(state: Place, **about: object) -> participations.Receipt:
    mine = participation(state=state, places=3, decide_by=STARTS, **about)
    return participations.Receipt(
        participation=mine,
        event=EVENT,
        place=12,
        pupil=True,
        reminded=[STARTS - timedelta(hours=lead) for lead in (24, 2)],
    )


def asked(field: Field, t: Texts) -> Screen:
    button = announcements.AskField(event=EVENT.id, field=field, new=True)
    quick = announcement_fields.quick(field, t)
    return announcement_fields.ask(EVENT, button, quick, None, t)


NEWS = Untold(before=ONLINE, found=tuple(Change), heads=25, asleep=False, settled=False)


def short_ones(t: Texts) -> Iterator[Screen]:
    yield from (event_filters.filters(Filter(city="kemerovo"), page, OF, t) for page in (0, 1))
    for about in (Wish.CITY, Wish.SECTOR, Wish.TYPE):
        yield event_filters.ask_filter(about, [(c, c) for c in NAMES.cities], 0, t)
    yield events.listed([], "", 0, OF, t)
    yield events.listed([], event_filters.in_words(Filter(online=True), OF, t), 0, OF, t)
    yield events.invited(EVENT, "f_" + "x" * 22, OF, t)
    yield participations.clash(EVENT, 1, [LONG], t)
    yield parties.together(EVENT, FREE, t)
    yield participations.mine([], 0, OF, t)
    yield parties.would_wait(EVENT, 4, 3, t)
    yield parties.ask_fewer(EVENT, participation(places=4), t)
    yield participations.lapsed(receipt(Place.LAPSED), True, True, t)
    yield participations.cancelled(receipt(Place.REGISTERED), OF, t)
    yield from (asked(f, t) for f in Field)
    yield from (announcement_fields.fields(EVENT, page, OF, t) for page in range(5))
    yield announcements.new(EVENT, 0, t)
    yield announcements.ask_move(EVENT, State.CANCELLED, 40, t)
    yield announcements.ask_repeat(EVENT, t)
    yield announcements.proposed(EVENT, OF, t)
    yield announcements.decided(EVENT, t)
    yield attendance.listed(EVENT, [participation(id=n) for n in range(9)], 0, t)
    yield attendance.ask_heads(EVENT, participation(kind=Kind.CLASS, places=25), t)
    yield attendance.ask_code(EVENT, t, WrongCode())
    yield attendance.checked_in(EVENT, t)
    yield attendance.counted(EVENT, 25, t)
    yield classes.ask_grade(EVENT, {}, t)
    yield classes.ask_grade(EVENT, {8: 12, 9: 13}, t)
    yield classes.ask_heads(EVENT, 8, None, t)
    yield classes.ask_adults(EVENT, {8: 12, 9: 13}, 2, t)
    class_of = participation(kind=Kind.CLASS, places=25)
    yield classes.ask_shrink(EVENT, class_of, t, ClassTooSmall(smallest=5))
    yield classes.ask_shrink(EVENT, class_of, t, ClassCannotGrow(heads=25))
    yield classes.confirm_shrink(EVENT, class_of, 12, t)
    yield classes.ask_call_off(EVENT, class_of, t)
    yield classes.called_off(EVENT, t)
    feedback = reminders.Line(event=EVENT, participation=participation(), rule=Rule.FEEDBACK)
    yield reminders.reminder([feedback], OF, t)
    yield reminders.ask_remark(1, 5, t)
    yield reminders.thanks(t)
    yield reminders.wishes(Wishes(), t)


def cards(t: Texts) -> Iterator[Screen]:
    yield events.card(coming(), reader(teaches=True), OF, t)
    yield events.card(coming(places=FULL), reader(mine=participation(), teaches=True), OF, t)
    yield from (events.card(coming(about), reader(), OF, t) for about in Hindrance)
    yield events.to_parents(EVENT, "https://t.me/bot?start=e_" + "x" * 60, OF, t)
    yield from (participations.receipt(receipt(state), OF, t) for state in Place)
    class_of = participation(kind=Kind.CLASS, places=25, grades={8: 12, 9: 13}, adults=2)
    class_place = participations.Receipt(participation=class_of, event=EVENT, place=3)
    yield classes.receipt(class_place, 7, True, OF, t)
    yield participations.receipt(replace(receipt(Place.REGISTERED), begun=True), OF, t)
    yield participations.changed(ONLINE, receipt(Place.REGISTERED), list(Change), OF, t)
    lines = [
        reminders.Line(event=one, participation=participation(), rule=Rule.EVE)
        for one in (EVENT, ONLINE)
    ]
    yield reminders.reminder(lines, OF, t)
    yield attendance.report(EVENT, tally([]), 3, [Html("x" * 60)] * 6, OF, t)
    yield attendance.door(EVENT, "123456", "https://t.me/b?start=in_1_123456", t)
    yield classes.link(EVENT, class_of, "https://t.me/b?start=f_" + "x" * 22, t)
    yield parties.invitation(EVENT, participation(places=3), "https://t.me/" + "x" * 40, t)


def lists(t: Texts) -> Iterator[Screen]:
    yield events.listed([coming()] * 30, event_filters.in_words(EVERYTHING, OF, t), 1, OF, t)
    waiting = [receipt(Place.WAITING)] * 30
    yield participations.mine(waiting, 1, OF, t, feeds=True, muted=True)
    yield announcements.listed([(EVENT, 3)] * 30, 1, OF, t)
    for state in State:
        seen = Coming(event=event(state=state), places=FREE, hindrance=None)
        for begun in (True, False):
            for keeps in (True, False):
                for news in (None, NEWS):
                    yield announcements.card(seen, about(begun, keeps, news), OF, t)


def about(begun: bool, keeps: bool, news: Untold | None) -> announcements.About:
    return announcements.About(
        expected=[participation()],
        tally=tally([]) if begun else None,
        news=news,
        begun=begun,
        keeps=keeps,
        link="https://t.me/bot?start=e_weld-tryout",
    )


@pytest.mark.parametrize(("screens", "limit"), [(short_ones, SHORT), (cards, CARD), (lists, LIST)])
def test_it_says_no_more_than_is_read_and_leads_on(screens: object, limit: int) -> None:
    assert callable(screens)
    for t in EVERY:
        for screen in screens(t):
            assert len(visible(screen)) <= limit, visible(screen)
            assert screen.choices or screen.nav, visible(screen)
            assert len(screen.choices) <= 5, visible(screen)
            assert len(screen.nav) <= 3, visible(screen)
            rows = drawn(screen, SEAL, "telegram:1001")["rows"]
            assert all(len(button["label"]) <= MAX_LABEL for row in rows for button in row)


def test_every_kind_of_event_has_a_name() -> None:
    for t in EVERY:
        assert len({events.type_name(kind, t) for kind in EventType}) == len(EventType)


def test_a_child_shows_the_event_at_home_and_a_guardian_registers_the_child() -> None:
    seen = Coming(event=event(), places=FREE, hindrance=None)
    child = reader(role=Role.PUPIL, age_band=AgeBand.UNDER_14)
    guardian = reader(role=Role.GUARDIAN, age_band=None)
    assert labels(events.card(seen, child, OF, RU)) == ["Показать родителям"]
    assert labels(events.card(seen, guardian, OF, RU))[0] == "Записать ребёнка"
    assert labels(events.card(seen, reader(role=Role.PUPIL), OF, RU))[0] == "Приду"


def test_only_who_brings_a_class_reads_the_rules_for_classes() -> None:
    seen = Coming(event=event(groups=GroupRules(), per_school=15), places=FREE, hindrance=None)
    said = "Классы: от 5 до 30, взрослый на 15 учеников; от одной школы до 15"
    assert said in visible(events.card(seen, reader(teaches=True), OF, RU))
    assert "Классы" not in visible(events.card(seen, reader(), OF, RU))


def test_a_filtered_list_says_by_what() -> None:
    wanted = Filter(city="kemerovo", type=EventType.EXCURSION, online=True)
    words = event_filters.in_words(wanted, OF, RU)
    shown = events.listed([coming()], words, 0, OF, RU)
    assert "Показаны: Кемерово, Экскурсия, онлайн" in visible(shown)
    assert labels(shown)[-1] == "Изменить или убрать фильтр"
    assert event_filters.in_words(Filter(), OF, RU) == ""


def test_no_label_beside_the_menu_is_long() -> None:
    for t in EVERY:
        everything = event_filters.in_words(EVERYTHING, OF, t)
        for screen in (
            events.card(coming(), reader(), OF, t),
            events.listed([coming()] * 30, everything, 1, OF, t),
            events.listed([], everything, 0, OF, t),
            event_filters.filters(EVERYTHING, 0, OF, t),
            announcements.listed([(EVENT, 3)] * 30, 1, OF, t),
        ):
            assert all(len(button.label) <= 10 for button in screen.nav), screen.nav


def test_the_fields_show_what_they_hold() -> None:
    shown = [
        label
        for page in range(5)
        for label in labels(announcement_fields.fields(EVENT, page, OF, RU))
    ]
    assert "Сколько мест: 10" in shown
    assert "Инструктаж по безопасности: да" in shown
    assert "Название по-английски: " + LONG in shown


def test_a_running_event_does_not_say_that_people_register() -> None:
    seen = Coming(event=event(), places=FREE, hindrance=Hindrance.CLOSED)
    said = visible(announcements.card(seen, about(True, True, None), OF, RU))
    assert "Идёт запись" not in said
    assert "Пришли: 0" in said


def test_a_day_that_is_far_away_has_its_year() -> None:
    today = STARTS.date()
    assert "марта," in events.when(EVENT, RULES.zone, RU, today)
    assert "марта 2026," in events.when(EVENT, RULES.zone, RU, today - timedelta(days=301))


def test_a_lapsed_offer_says_only_what_is_true() -> None:
    told = [
        visible(participations.lapsed(receipt(Place.LAPSED), passed, again, RU))
        for passed, again in ((True, True), (False, False))
    ]
    assert "перешло следующему" in told[0]
    assert "запишись снова" in told[0]
    assert "следующему" not in told[1]
    assert "снова" not in told[1]


def test_a_receipt_says_what_has_become_of_the_event() -> None:
    held = receipt(Place.REGISTERED)
    over = participations.receipt(replace(held, started=True, over=True), OF, RU)
    off = participations.receipt(replace(held, event=event(state=State.CANCELLED)), OF, RU)
    assert "Место за тобой" in visible(participations.receipt(held, OF, RU))
    assert "уже прошло" in visible(over)
    assert "Событие отменено" in visible(off)
    assert labels(over) == labels(off) == ["О событии"]
    assert "Места освободились!" in visible(participations.receipt(receipt(Place.OFFERED), OF, RU))
