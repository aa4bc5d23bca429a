"""A moment as staff type it: «завтра 10:00», «пт в 18:30», «5 марта», «05.03.2027 9:00»."""

import re
from datetime import date, datetime, time, timedelta

USUAL = time(10)  # when only the day is named
FURTHEST = timedelta(days=366)
CLOCK = re.compile(r"(?:^|\s)(?:в\s+|at\s+)?([01]?\d|2[0-3])[:.]([0-5]\d)(?=\s|$)")
NUMBERS = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?(?!\d)(?!:)")
WORDED = re.compile(r"(\d{1,2})\s+([а-яёa-z]{3,})(?:\s+(\d{4}))?")
DAYS = {
    "сегодня": 0, "завтра": 1, "послезавтра": 2, "today": 0, "tomorrow": 1,
}  # fmt: skip
WEEKDAYS = ("пн mon", "вт tue", "ср wed", "чт thu", "пт fri", "сб sat", "вс sun")
LONG_WEEKDAYS = ("понед", "вторн", "сред", "четв", "пятн", "субб", "воскр")
MONTHS = (
    "янв jan", "фев feb", "мар mar", "апр apr", "мая май may", "июн jun", "июл jul", "авг aug",
    "сен sep", "окт oct", "ноя nov", "дек dec",
)  # fmt: skip


def read_moment(typed: str, now: datetime) -> datetime | None:
    """The next such moment after `now`, in its time zone.

    None when it cannot be read, is past, or further away than a year.
    """
    said = " ".join(typed.casefold().replace(",", " ").split())
    day, rest = _day(said, now.date())
    clock = CLOCK.search(rest)
    if clock:
        rest = rest[: clock.start()] + rest[clock.end() :]
    if (day is None and clock is None) or rest.split() not in ([], ["в"]):
        return None
    at = time(int(clock[1]), int(clock[2])) if clock else USUAL
    meant = datetime.combine(day or now.date(), at, now.tzinfo)
    if day is None and meant <= now:
        meant += timedelta(days=1)
    return meant if now < meant <= now + FURTHEST else None


def _day(said: str, today: date) -> tuple[date | None, str]:
    """The day that is named, and the text without it."""
    for word in said.split():
        ahead = _ahead(word, today)
        if ahead is not None:
            return today + timedelta(days=ahead), said.replace(word, "", 1)
    for form in (WORDED, NUMBERS):
        for found in form.finditer(said):
            day = _dated(found, today)
            if day is not None:
                return day, said[: found.start()] + said[found.end() :]
    return None, said


def _ahead(word: str, today: date) -> int | None:
    if word in DAYS:
        return DAYS[word]
    for n, (short, long) in enumerate(zip(WEEKDAYS, LONG_WEEKDAYS, strict=True)):
        if word in short.split() or word.startswith((long, short.split()[1])):
            return (n - today.weekday()) % 7 or 7
    return None


def _dated(found: re.Match[str], today: date) -> date | None:
    """Without a year the next one."""
    month = int(found[2]) if found[2].isdigit() else _month(found[2])
    for year in [int(found[3])] if found[3] else [today.year, today.year + 1]:
        try:
            day = date(year, month, int(found[1]))
        except ValueError:
            continue
        if found[3] or day >= today:
            return day
    return None


def _month(word: str) -> int:
    """0 for none."""
    return next((n for n, m in enumerate(MONTHS, 1) if word.startswith(tuple(m.split()))), 0)
