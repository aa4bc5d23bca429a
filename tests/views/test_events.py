"""Every screen about events, in both languages and tones, is short enough and leads on."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.domain.announcements import Field
from bot.domain.attendance import tally
from bot.domain.events import Change, EventType, Filter, GroupRules, Hindrance, State, Wish
from bot.domain.participations import Coming, Kind, Places
from bot.domain.participations import State as Place
from bot.domain.reminders import Rule, Wishes
from bot.texts import Html, Texts
from bot.views import (
    announcements,
    attendance,
    classes,
    event_filters,
    events,
    participations,
    reminders,
)
from bot.views.screen import MAX_LABEL, Screen, drawn
from tests.builders import RULES, SEAL
from tests.domain.event_builders import STARTS, event, participation
from tests.views.test_screens import CARD, EVERY, LIST, NAMES, NETWORK, SHORT, visible

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


def receipt(state: Place, **about: object) -> participations.Receipt:
    mine = participation(state=state, places=3, decide_by=STARTS, **about)
    return participations.Receipt(participation=mine, event=EVENT, place=12, pupil=True)


def short_ones(t: Texts) -> Iterator[Screen]:
    yield from (event_filters.filters(Filter(city="kemerovo"), page, OF, t) for page in (0, 1))
    for about in (Wish.CITY, Wish.SECTOR, Wish.TYPE):
        yield event_filters.ask_filter(about, [(c, c) for c in NAMES.cities], 0, t)
    yield events.listed([], Filter(), 0, OF, t)
    yield events.listed([], Filter(online=True), 0, OF, t)
    yield participations.clash(EVENT, 1, [LONG], t)
    yield participations.together(EVENT, FREE, t)
    yield participations.mine([], 0, OF, t)
    yield participations.lapsed(receipt(Place.LAPSED), t)
    yield participations.cancelled(receipt(Place.REGISTERED), OF, t)
    yield from (
        announcements.ask(EVENT, f, True, announcements.quick(f, t), None, t) for f in Field
    )
    yield from (announcements.fields(EVENT, page, t) for page in range(5))
    yield announcements.new(EVENT, 0, t)
    yield announcements.ask_move(EVENT, State.CANCELLED, 40, t)
    yield announcements.ask_repeat(EVENT, t)
    yield announcements.proposed(EVENT, OF, t)
    yield announcements.decided(EVENT, t)
    yield attendance.listed(EVENT, [participation(id=n) for n in range(9)], 0, t)
    yield attendance.ask_heads(EVENT, participation(kind=Kind.CLASS, places=25), t)
    yield attendance.ask_code(EVENT, t)
    yield attendance.checked_in(EVENT, t)
    yield attendance.counted(EVENT, 25, t)
    yield classes.ask_grade(EVENT, {}, t)
    yield classes.ask_grade(EVENT, {8: 12, 9: 13}, t)
    yield classes.ask_heads(EVENT, 8, None, t)
    yield classes.ask_adults(EVENT, {8: 12, 9: 13}, 2, t)
    yield classes.ask_shrink(EVENT, participation(kind=Kind.CLASS, places=25), t)
    feedback = reminders.Line(event=EVENT, participation=participation(), rule=Rule.FEEDBACK)
    yield reminders.reminder([feedback], OF, t)
    yield reminders.ask_remark(1, 5, t)
    yield reminders.thanks(t)
    yield reminders.wishes(Wishes(), t)


def cards(t: Texts) -> Iterator[Screen]:
    yield events.card(coming(), None, True, OF, t)
    yield events.card(coming(places=FULL), participation(), True, OF, t)
    yield from (events.card(coming(about), None, False, OF, t) for about in Hindrance)
    yield from (participations.receipt(receipt(state), OF, t) for state in Place)
    class_of = participation(kind=Kind.CLASS, places=25, grades={8: 12, 9: 13}, adults=2)
    yield classes.receipt(EVENT, class_of, 3, 7, OF, t)
    yield participations.changed(ONLINE, receipt(Place.REGISTERED), list(Change), OF, t)
    lines = [
        reminders.Line(event=one, participation=participation(), rule=Rule.EVE)
        for one in (EVENT, ONLINE)
    ]
    yield reminders.reminder(lines, OF, t)
    yield attendance.report(EVENT, tally([]), [Html("x" * 60)] * 6, OF, t)
    yield attendance.door(EVENT, "123456", "https://t.me/b?start=in_1_123456", t)
    yield classes.link(EVENT, class_of, "https://t.me/b?start=f_" + "x" * 22, t)
    yield participations.invitation(EVENT, participation(places=3), "https://t.me/" + "x" * 40, t)


def lists(t: Texts) -> Iterator[Screen]:
    yield events.listed([coming()] * 30, Filter(), 1, OF, t)
    yield participations.mine([receipt(Place.WAITING)] * 30, 1, OF, t, feeds=True)
    yield announcements.listed([(EVENT, 3)] * 30, 1, OF, t)
    for state in State:
        seen = Coming(event=event(state=state), places=FREE, hindrance=None)
        for begun in (True, False):
            for keeps in (True, False):
                yield announcements.card(
                    seen,
                    [participation()],
                    begun=begun,
                    keeps=keeps,
                    link="https://t.me/bot?start=e_weld-tryout",
                    of=OF,
                    t=t,
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
