"""The month, the calendar's link and the poster, in both languages and tones."""

from datetime import date, timedelta
from typing import Any

import pytest

from bot.domain.calendar import days, later
from bot.domain.calendars import Feed, Held
from bot.domain.events import EventType, State
from bot.domain.participations import Coming, Places
from bot.drawings import draw
from bot.texts import Texts, texts
from bot.views import calendar as views
from bot.views import calendars as feeds
from bot.views import posters
from bot.views.events import Setting, ShowEvents, ToMonth
from bot.views.screen import Attachment, Screen, drawn
from tests.builders import DICTIONARIES, NOON, OPERATOR, RULES, SEAL, network
from tests.domain.event_builders import event, participation
from tests.views.test_screens import EVERY, LIST, SHORT, visible

CAPTION = 1000
MARCH, TODAY = date(2026, 3, 1), date(2026, 3, 12)
SETTING = Setting(zone=RULES.zone, names=DICTIONARIES, partners=network().partners)
SOURCE = feeds.Source(setting=SETTING, operator=OPERATOR, bot_name="traektoria_bot", version=3)
LONGEST = {
    "title_ru": "Ш" * 90,
    "title_en": "W" * 90,
    "about_ru": "Щ" * 500,
    "place": "Ж" * 150,
    "bring": "Ы" * 150,
    "documents": "Ю" * 150,
    "slug": "s" * 60,
    "adults": True,
    "age_mark": 12,
    "type": EventType.OPEN_DAY,
}
RU = texts("ru", "informal")


def coming(number: int, **changes: Any) -> Coming:
    places = Places(capacity=5000, taken=0, waiting=0)
    return Coming(event=event(id=number, **changes), places=places, hindrance=None)


def busy(*numbers: int, **changes: Any) -> views.ByDay:
    """Two events on each of these days of March."""
    return {MARCH.replace(day=n): [coming(2 * n, **changes), coming(2 * n + 1)] for n in numbers}


def month(t: Texts = RU, held: views.ByDay | None = None, **changes: Any) -> Screen:
    usual: dict[str, Any] = {"first": MARCH, "today": TODAY, "filtered": False, "t": t}
    return views.shown(held=busy(5, 14, 31) if held is None else held, **{**usual, **changes})


def words(screen: Screen) -> list[str]:
    return [button.label for button in screen.nav]


def test_the_caption_says_what_the_picture_shows() -> None:
    said = visible(month())
    assert "Март 2026" in said
    assert "Событий: 6" in said
    assert "чт 5 (2), сб 14 (2), вт 31 (2)" in said


def test_an_event_of_two_days_is_counted_once() -> None:
    forum = coming(1)
    held = {MARCH.replace(day=n): [forum] for n in (20, 21)}
    assert "Событий: 1" in visible(month(held=held))


def test_the_next_five_days_are_offered_and_typed_by_their_number() -> None:
    screen = month(held=busy(5, 12, 14, 15, 16, 17, 31))
    labels = [button.label for button in screen.numbered]
    assert labels == [f"{d}: 2 события" for d in (
        "чт, 12 марта", "сб, 14 марта", "вс, 15 марта", "пн, 16 марта", "вт, 17 марта"
    )]  # fmt: skip
    assert [button.key for button in screen.numbered] == ["12", "14", "15", "16", "17"]
    assert screen.expects == ToMonth(first=MARCH)


@pytest.mark.parametrize(
    ("months", "ways"),
    [
        (0, ["Списком", "Апрель →", "Меню"]),
        (1, ["← Март", "Май →", "Меню"]),
        (12, ["← Февраль", "Меню"]),
    ],
)
def test_one_goes_from_month_to_month_as_far_as_there_are_any(months: int, ways: list[str]) -> None:
    assert words(month(first=later(MARCH, months), held={})) == ways


def test_from_this_month_the_list_is_one_tap_away() -> None:
    assert ShowEvents() in [button.action for button in month().nav]


def test_a_filter_is_said() -> None:
    assert "включён фильтр" in visible(month(filtered=True))
    assert "фильтр" not in visible(month())


def test_a_day_lists_its_events_by_pages() -> None:
    found = [coming(n) for n in range(1, 8)]
    first = views.of_day(TODAY, found, 0, SETTING, RU)
    second = views.of_day(TODAY, found, 1, SETTING, RU)
    assert (len(first.choices), len(second.choices)) == (5, 2)
    assert "Ещё" in words(first)
    assert "событий нет" in visible(views.of_day(TODAY, [], 0, SETTING, RU))


def fits(screen: Screen, limit: int) -> bool:
    rows = drawn(screen, SEAL, "telegram:1001")["rows"]
    return all((
        len(visible(screen)) <= limit,
        len(screen.choices) <= 5,
        1 <= len(screen.nav) <= 3,
        all(len(button["label"]) <= 40 for row in rows for button in row),
    ))  # fmt: skip


@pytest.mark.parametrize("t", EVERY)
def test_every_screen_is_short_enough(t: Texts) -> None:
    full = {day: [coming(n)] * 99 for n, day in enumerate(days(MARCH))}
    assert fits(month(t, full, today=MARCH, filtered=True), CAPTION)
    assert fits(month(t, {}), SHORT)
    assert fits(views.of_day(TODAY, [], 0, SETTING, t), SHORT)
    usual = [coming(n) for n in range(9)]
    assert fits(views.of_day(TODAY, usual, 0, SETTING, t), LIST)
    known = Feed(person_id=1, token_hash="x", made_at=NOON)
    link = f"https://{'b' * 40}.example/calendar/{'t' * 32}.ics"
    shown = (
        feeds.ask(None, SETTING, t),
        feeds.ask(known, SETTING, t),
        feeds.made(link, t),
        feeds.revoked(t),
    )
    assert all(fits(screen, SHORT) for screen in shown)


@pytest.mark.parametrize("t", EVERY)
def test_the_longest_event_is_drawn(t: Texts) -> None:
    longest = event(**LONGEST)
    held = Held(event=longest, changed_at=NOON)
    entry = feeds.event_entry(held, SOURCE, t)
    file = feeds.one(participation(), feeds.file([entry], False, SOURCE, t), t)
    poster = posters.shown(longest, SETTING, "traektoria_bot", t)
    for screen, begins in ((file, b"BEGIN:VCALENDAR"), (poster, b"%PDF"), (month(t), b"\x89PNG")):
        assert isinstance(screen.attachment, Attachment)
        assert draw(screen.attachment.recipe).startswith(begins)
        assert fits(screen, CAPTION)


def test_a_link_is_not_kept_once_it_is_sent() -> None:
    assert feeds.made("https://bot.example/calendar/x.ics", RU).secret
    assert not feeds.ask(None, SETTING, RU).secret


def test_calling_off_raises_the_sequence_above_every_earlier_one() -> None:
    before = event(version=7, ends_at=NOON + timedelta(days=30))
    cancelled = event(version=7, state=State.CANCELLED)
    entries = [
        feeds.event_entry(Held(event=e, changed_at=NOON), SOURCE, RU) for e in (before, cancelled)
    ]
    assert entries[0].sequence < entries[1].sequence
    assert [entry.cancelled for entry in entries] == [False, True]
    assert entries[0].uid == entries[1].uid


def test_where_an_online_event_is_its_link_stands() -> None:
    online = event(city=None, place="", link="https://meet.copp.example/x")
    entry = feeds.event_entry(Held(event=online, changed_at=NOON), SOURCE, RU)
    assert entry.place == "https://meet.copp.example/x"
