from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalog.names import closest
from bot.domain.announcements import every_week, lacking, next_field
from bot.domain.event_fields import BadField, Field, Lists, filled
from bot.domain.events import Event, EventType, GroupRules
from tests.builders import NOON
from tests.domain.event_builders import event

KUZBASS = ZoneInfo("Asia/Novokuznetsk")
LISTS = Lists(
    closest,
    city={"кемерово": "kemerovo", "онлайн": ""},
    sector={"транспорт": "transport"},
    type={"lecture": "lecture"},
    co_organisers={"dp-02": "DP-02", "демо-школа": "DP-14"},
    programmes={"demo-16": "DEMO-16", "сварщик ручной сварки": "DEMO-16"},
)


def typed(field: Field, said: str, **about: Any) -> Event:
    return filled(event(**about), field, said, KUZBASS, LISTS, NOON)


@pytest.mark.parametrize(
    ("field", "said", "expected"),
    [
        (Field.TITLE_RU, "  Проба   пера ", {"title_ru": "Проба пера"}),
        (Field.CITY, "Кемерово", {"city": "kemerovo"}),
        (Field.CITY, "онлайн", {"city": None}),
        (Field.SECTOR, "нет", {"sector": None}),
        (Field.TYPE, "lecture", {"type": EventType.LECTURE}),
        (Field.CO_ORGANISERS, "DP-02; Демо-школа", {"co_organisers": ("DP-02", "DP-14")}),
        (Field.CO_ORGANISERS, "нет", {"co_organisers": ()}),
        (Field.FOR_WHOM, "8-11 класс", {"grades": (8, 11), "adults": False}),
        (Field.FOR_WHOM, "8–11 и взрослые", {"grades": (8, 11), "adults": True}),
        (Field.FOR_WHOM, "взрослые", {"grades": None, "adults": True}),
        (Field.FOR_WHOM, "8-11 adults", {"grades": (8, 11), "adults": True}),
        (Field.FOR_WHOM, "9 класс", {"grades": (9, 9), "adults": False}),
        (Field.FOR_WHOM, "9, взрослые", {"grades": (9, 9), "adults": True}),
        (Field.CITY, "в Кемерове", {"city": "kemerovo"}),
        (Field.PROGRAMMES, "Сварщик ручной сварки", {"programmes": ("DEMO-16",)}),
        (Field.TITLE_RU, "Про\u200bба\u202e пера\x07", {"title_ru": "Проба пера"}),
        (Field.BRIEFING, "нет", {"briefing": False}),
        (Field.CAPACITY, "25", {"capacity": 25}),
        (Field.PER_SCHOOL, "нет", {"per_school": None}),
        (Field.AGE_MARK, "12+", {"age_mark": 12}),
        (Field.GROUPS, "5-30, 15", {"groups": GroupRules()}),
        (Field.LINK, "https://example.org/встреча", {"link": "https://example.org/встреча"}),
        (Field.BRIEFING, "да", {"briefing": True}),
        (Field.LEAD_TIMES, "60; 1440", {"lead_times": (1440, 60)}),
        (Field.FEDERAL, "Билет в будущее", {"federal": "Билет в будущее"}),
    ],
)
def test_what_staff_type_is_read(field: Field, said: str, expected: dict[str, Any]) -> None:
    after = typed(field, said)
    assert {name: getattr(after, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (Field.TITLE_RU, "нет"),
        (Field.TITLE_RU, "я" * 91),
        (Field.CITY, "Москва"),
        (Field.TYPE, "нет"),
        (Field.WHEN, "завтра"),
        (Field.WHEN, "31.02 15:00"),
        (Field.WHEN, "12.03 25:00"),
        (Field.WHEN, "12.03 15:00-14:00"),
        (Field.FOR_WHOM, "11-8"),
        (Field.FOR_WHOM, "все"),
        (Field.FOR_WHOM, ""),
        (Field.FOR_WHOM, "взрослые и"),
        (Field.FOR_WHOM, "кроме 8-11"),
        (Field.FOR_WHOM, "8-11, не взрослые"),
        (Field.FOR_WHOM, "5-7 и 9-11"),
        (Field.TITLE_RU, "\u200b\u2800\u202e"),
        (Field.BRIEFING, "наверное"),
        (Field.WHEN, "12.03 09:00 - 11.03 10:00"),
        (Field.WHEN, "12.03 09:00 - 12.06 10:00"),
        (Field.WHEN, "01.02.2026 10:00"),
        (Field.DEADLINE, "01.02.2026 10:00"),
        (Field.DEADLINE, "20.03.2026 10:00"),
        (Field.DEADLINE, "10.03.2026 10:00-12:00"),
        (Field.CAPACITY, "0"),
        (Field.CAPACITY, "много"),
        (Field.AGE_MARK, "7"),
        (Field.GROUPS, "30-5, 15"),
        (Field.LINK, "http://example.org"),
        (Field.LINK, "javascript:alert(1)"),
        (Field.LEAD_TIMES, "1"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(field: Field, said: str) -> None:
    with pytest.raises(BadField):
        typed(field, said)


def test_a_time_without_an_end_lasts_as_long_as_before() -> None:
    after = typed(Field.WHEN, "12.03.2026 10:00")
    assert after.starts_at == datetime(2026, 3, 12, 10, tzinfo=KUZBASS)
    assert after.ends_at - after.starts_at == timedelta(hours=2)


@pytest.mark.parametrize(
    ("said", "starts", "ends"),
    [
        ("05.12.26 10.00 – 12.00", "2026-12-05T10:00", "2026-12-05T12:00"),
        ("2026-12-05 10:00", "2026-12-05T10:00", "2026-12-05T12:00"),
        ("05.12.2026 в 10:00 до 11:30", "2026-12-05T10:00", "2026-12-05T11:30"),
        ("5 апреля 15:00", "2026-04-05T15:00", "2026-04-05T17:00"),
        ("5 апреля 2027 в 15:00-16:00", "2027-04-05T15:00", "2027-04-05T16:00"),
        ("завтра в 15:00", "2026-03-03T15:00", "2026-03-03T17:00"),
        ("05.04 23:00-01:00", "2026-04-05T23:00", "2026-04-06T01:00"),
        ("05.04 10:00 - 07.04 18:00", "2026-04-05T10:00", "2026-04-07T18:00"),
    ],
)
def test_a_time_is_read_as_staff_write_it(said: str, starts: str, ends: str) -> None:
    after = typed(Field.WHEN, said)
    assert after.starts_at == datetime.fromisoformat(starts).replace(tzinfo=KUZBASS)
    assert after.ends_at == datetime.fromisoformat(ends).replace(tzinfo=KUZBASS)


def test_a_day_without_a_year_is_the_next_such_day() -> None:
    december = datetime(2026, 12, 20, 12, tzinfo=UTC)
    assert typed(Field.WHEN, "15.01 10:00", starts_at=december).starts_at.year == 2027
    assert typed(Field.WHEN, "30.11 10:00", starts_at=december).starts_at.year == 2026


def test_a_deadline_after_the_new_start_is_dropped() -> None:
    late = NOON + timedelta(days=9)
    assert typed(Field.WHEN, "05.03.2026 10:00", deadline=late).deadline is None
    assert typed(Field.WHEN, "15.03.2026 10:00", deadline=late).deadline == late


def test_an_event_says_what_it_lacks() -> None:
    assert lacking(event(), NOON) == ()
    bare = event(title_ru="", place="", grades=None, starts_at=NOON)
    assert lacking(bare, NOON) == (Field.TITLE_RU, Field.WHEN, Field.PLACE, Field.FOR_WHOM)
    assert lacking(event(city=None, place=""), NOON) == (Field.LINK,)
    assert lacking(event(city=None, place="", link="https://example.org"), NOON) == ()


def test_only_what_makes_sense_is_asked() -> None:
    assert next_field(Field.CITY, event()) is Field.PLACE
    assert next_field(Field.CITY, event(city=None)) is Field.LINK
    assert next_field(Field.PLACE, event()) is Field.FOR_WHOM
    assert next_field(Field.CAPACITY, event()) is Field.GROUPS
    assert next_field(Field.CAPACITY, event(grades=None, adults=True)) is None
    assert next_field(Field.BRING, event()) is None


@given(weeks=st.integers(1, 12), zone=st.sampled_from([KUZBASS, ZoneInfo("Europe/Berlin")]))
def test_a_series_is_at_the_same_time_on_the_wall(weeks: int, zone: ZoneInfo) -> None:
    first = event(starts_at=datetime(2026, 3, 20, 15, tzinfo=zone))
    series = every_week(first, weeks, zone)
    assert len(series) == weeks
    walls = {(e.starts_at.hour, e.starts_at.weekday(), e.series) for e in series}
    assert walls == {(15, 4, first.slug)}
    assert len({e.starts_at for e in series}) == weeks
