"""Calendar files, read back by another library and by hand."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.drawings import BadRecipe, as_recipe, draw
from bot.drawings.calendar_file import CalendarFile, Entry, ics

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TWO_HOURS = timedelta(hours=2)
NASTY = 'Проба; сварщика, «шов»\\n не перенос \\ и "кавычки": х\nвторая строка'
EMOJI = "🧑‍🏭"


def entry(**changes: Any) -> Entry:
    starts = changes.get("starts_at", NOON)
    usual: dict[str, Any] = {
        "uid": "event-1@bot",
        "sequence": 1,
        "stamped_at": NOON,
        "title": "Проба сварщика",
        "starts_at": starts,
        "ends_at": starts + TWO_HOURS,
        "place": "Кемерово, ул. Примерная, 2",
        "about": "С собой: форма",
        "url": "https://t.me/bot?start=e_weld",
    }
    return Entry(**{**usual, **changes})


def file(*entries: Entry, **changes: Any) -> CalendarFile:
    usual: dict[str, Any] = {
        "name": "Мои события",
        "zone": "Asia/Novokuznetsk",
        "organiser": "Центр",
        "email": "hello@copp.example",
        "entries": entries,
    }
    return CalendarFile(**{**usual, **changes})


def parsed(of: CalendarFile) -> Any:
    """By a library that did not write it."""
    calendar = vobject.readOne(ics(of).decode())
    assert calendar.validate(raiseException=True)
    return calendar


def lines(of: CalendarFile) -> list[bytes]:
    """Unfolded as RFC 5545, 3.1 says."""
    return ics(of).replace(b"\r\n ", b"").split(b"\r\n")


def test_another_library_reads_what_was_written() -> None:
    event = parsed(file(entry())).vevent
    assert event.uid.value == "event-1@bot"
    assert event.sequence.value == "1"
    assert event.status.value == "CONFIRMED"
    assert event.summary.value == "Проба сварщика"
    assert event.location.value == "Кемерово, ул. Примерная, 2"
    assert event.description.value == "С собой: форма"
    assert event.url.value == "https://t.me/bot?start=e_weld"
    assert event.organizer.value == "mailto:hello@copp.example"
    assert (event.dtstart.value, event.dtend.value) == (NOON, NOON + TWO_HOURS)


def test_times_stand_in_the_zone_which_is_explained_before_it_is_used() -> None:
    written = lines(file(entry()))
    assert b"DTSTART;TZID=Asia/Novokuznetsk:20260302T190000" in written
    assert b"DTSTAMP:20260302T120000Z" in written
    assert written.index(b"BEGIN:VTIMEZONE") < written.index(b"BEGIN:VEVENT")
    assert {b"TZID:Asia/Novokuznetsk", b"TZOFFSETTO:+0700"} <= set(written)


def test_a_zone_with_summer_time_is_right_on_both_sides_of_the_change() -> None:
    """29 March 2026: Berlin goes from +01 to +02."""
    berlin = ZoneInfo("Europe/Berlin")
    winter = datetime(2026, 3, 25, 18, tzinfo=berlin)
    weekly = entry(starts_at=winter, ends_at=winter + TWO_HOURS, until=winter + timedelta(days=21))
    rule = parsed(file(weekly, zone="Europe/Berlin")).vevent.rruleset
    held = [(day.day, day.hour, day.astimezone(UTC).hour) for day in rule]
    assert held == [(25, 18, 17), (1, 18, 16), (8, 18, 16), (15, 18, 16)]


def test_lessons_are_repeated_until_the_last_one_and_not_longer() -> None:
    weekly = entry(until=NOON + timedelta(days=14))
    assert [day.day for day in parsed(file(weekly)).vevent.rruleset] == [2, 9, 16]
    before = entry(until=NOON + timedelta(days=14, seconds=-1))
    assert [day.day for day in parsed(file(before)).vevent.rruleset] == [2, 9]


def test_what_is_called_off_says_so() -> None:
    event = parsed(file(entry(cancelled=True, sequence=4))).vevent
    assert (event.status.value, event.sequence.value) == ("CANCELLED", "4")


def test_a_single_file_is_published_and_a_feed_says_when_to_look_again() -> None:
    single, feed = lines(file(entry())), lines(file(entry(), subscribed=True))
    for written in (single, feed):
        assert {b"VERSION:2.0", b"PRODID:-//Traektoria//Events//RU"} <= set(written)
    assert b"METHOD:PUBLISH" in single
    assert not any(line.startswith(b"METHOD") for line in feed)
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H" in feed
    assert "X-WR-CALNAME:Мои события".encode() in feed


def test_a_feed_of_nothing_is_still_a_calendar() -> None:
    """RFC 5545, 3.6: there is at least one component."""
    assert parsed(file(subscribed=True)).vtimezone.tzid.value == "Asia/Novokuznetsk"


@pytest.mark.parametrize("field", ["title", "place", "about"])
def test_signs_that_mean_something_come_back_as_they_went(field: str) -> None:
    name = {"title": "summary", "place": "location", "about": "description"}[field]
    read = getattr(parsed(file(entry(**{field: NASTY}))).vevent, name).value
    assert read == NASTY


def test_a_text_cannot_begin_a_line_of_its_own() -> None:
    evil = "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x\rATTENDEE:mailto:x\u2028\u0085\x00"
    written = lines(file(entry(title=evil, place=evil, about=evil), organiser=evil))
    assert written.count(b"BEGIN:VEVENT") == written.count(b"END:VEVENT") == 1
    assert [line for line in written if line.startswith((b"UID", b"ATTENDEE"))] == [
        b"UID:event-1@bot"
    ]
    assert b"\x00" not in b"".join(written)


@pytest.mark.parametrize("text", ["Я" * 500, EMOJI * 99, "a" * 74 + "Я" * 3, NASTY * 20])
def test_no_line_is_longer_than_75_octets_and_no_sign_is_torn(text: str) -> None:
    raw = ics(file(entry(title=text, about=text)))
    assert raw.endswith(b"\r\n")
    folded = raw.split(b"\r\n")
    assert max(len(line) for line in folded) <= 75
    assert "\r\n".join(line.decode() for line in folded) == raw.decode()
    assert b"\n" not in raw.replace(b"\r\n", b"")


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1))
def test_any_readable_text_comes_back(text: str) -> None:
    kept = "".join(" " if c.isspace() else c for c in text)
    assert parsed(file(entry(title=kept))).vevent.summary.value == kept


def test_it_is_a_recipe_that_survives_json() -> None:
    recipe = json.loads(json.dumps(as_recipe(file(entry(until=NOON)))))
    assert recipe["kind"] == "ics"
    assert draw(recipe) == ics(file(entry(until=NOON)))


def test_a_moment_without_a_zone_makes_no_recipe() -> None:
    naive = NOON.replace(tzinfo=None)
    with pytest.raises(BadRecipe, match=r"ics\.entries\.0\.starts_at"):
        as_recipe(file(entry(starts_at=naive, ends_at=naive)))
