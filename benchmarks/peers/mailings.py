"""An installation with many people and a mailing to all of them that is about to begin."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.config import Config, Health, People, Telegram
from bot.domain.broadcasts import Broadcast, Content, State, Topic
from bot.domain.markup import parsed
from bot.storage.migrate import connect, migrate
from bot.storage.short import short

TEXT = "<b>Олимпиада</b> «Профи Кузбасса»: для 8–11 классов, до 5 марта. Участие бесплатное."
TOKEN = "42:a-token-of-the-benchmark-that-is-long-enough"
FIRST = 10_000_000  # account
STAFF = 7  # a number that nobody has: nobody is told how far it is
NOON = 5 * 3600  # of the Center's day, in seconds of the day in UTC


def by_day() -> Callable[[], datetime]:
    """A clock that goes like the real one, from noon at the Center: mailings rest at night."""
    now = datetime.now(UTC)
    offset = timedelta(seconds=NOON - (now.timestamp() % (24 * 3600)))
    return lambda: datetime.now(UTC) + offset


def config(folder: Path, url: str, rate: float) -> Config:
    """A bot that keeps to `rate` for all and to no rate for one."""
    return Config(
        folder=folder,
        telegram=Telegram(
            token=TOKEN, api_url=url, messages_per_second=rate, chat_messages_per_second=100_000
        ),
        people=People(updates_in_10_seconds=1_000_000),
        health=Health(port=0),
    )


def populate(file: Path, people: int, now: datetime) -> None:
    migrate(file, file.parent / "backups")
    rows = (
        ("telegram", account, str(account), now.isoformat())
        for account in range(FIRST, FIRST + people)
    )
    with _quickly(file) as run:
        run(
            """INSERT INTO people (channel, account, chat, language, role, age_band, grade,
                                   standing, created_at)
               VALUES (?, ?, ?, 'ru', 'pupil', 'from_14', 9, 'guardian_pending', ?)""",
            rows,
        )


@contextmanager
def _quickly(file: Path) -> Iterator[Callable[..., object]]:
    connection = connect(file)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    yield connection.executemany
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def schedule(file: Path, now: datetime) -> Broadcast:
    """One to everybody, approved and due."""
    markup = parsed(TEXT)
    content = Content(text=markup.html, length=markup.length)
    with short(file) as tx:
        draft = tx.broadcasts.add(Topic.CONTEST, STAFF, content, {}, now)
        due = replace(draft, approver=STAFF + 1, starts_at=now, state=State.SCHEDULED)
        tx.broadcasts.save(due)
        tx.broadcasts.move(State.DRAFT, due)
    return due
