"""Nobody's question is forgotten. The clock is moved; each is told once."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import orjson
import pytest

from bot.domain.consultations import Consultation, Topic
from bot.domain.people import AgeBand, Person, Role
from bot.domain.staff import StaffRole
from bot.jobs.consultations import watch
from bot.services.desk import Desk
from bot.storage.migrate import migrate
from bot.storage.short import short
from bot.storage.transaction import Transaction
from bot.turns import Turns
from tests.builders import SEAL, incoming, world

ZONE = ZoneInfo("Asia/Novokuznetsk")
ADMIN, MENTOR, OTHER, ASKER = 10, 11, 12, 20


class Office:
    """An administrator, two mentors and a pupil; the clock stands on a Monday in March."""

    def __init__(self, tx: Transaction) -> None:
        self.tx = tx
        self.now = at(2, 10)
        self.mentor = self.member(MENTOR, StaffRole.MENTOR)
        self.member(ADMIN, StaffRole.ADMIN)
        self.member(OTHER, StaffRole.MENTOR)

    @property
    def desk(self) -> Desk:
        return Desk(self.tx, world(), self.now)

    def member(self, account: int, role: StaffRole) -> Person:
        person = self.desk.people.seen(incoming(account=account))
        self.tx.staff.grant(person.id, role, self.now)
        return person

    def asks(self, topic: Topic = Topic.CHOICE) -> Consultation:
        people = self.desk.people
        person = people.choose_role(people.seen(incoming(account=ASKER)), Role.PUPIL)
        person = people.choose_age(person, AgeBand.FROM_14)
        return self.desk.consultations.ask(person, topic, "Куда пойти?")

    def told(self, when: datetime) -> list[tuple[int, str]]:
        """Who is told what at a look at that time: (account, the first words)."""
        self.now = when
        before = self._outbox()
        turns = Turns(SEAL, lambda: self.now, world)
        watch(self.tx, turns)
        fresh = [row for row in self._outbox() if row not in before]
        return sorted((int(chat), text.partition(":")[0]) for _, chat, text in fresh)

    def _outbox(self) -> list[tuple[int, str, str]]:
        rows = self.tx.connection.execute("SELECT id, chat, body FROM outbox").fetchall()
        return [(row["id"], row["chat"], orjson.loads(row["body"])["text"]) for row in rows]

    def words(self) -> str:
        return "\n".join(text for _, _, text in self._outbox())


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=ZONE)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    migrate(tmp_path / "bot.db", tmp_path)
    with short(tmp_path / "bot.db") as tx:
        yield Office(tx)


def who(told: list[tuple[int, str]]) -> list[int]:
    return [account for account, _ in told]


def test_the_first_question_is_told_to_everybody_who_answers_and_the_next_is_not(
    office: Office,
) -> None:
    assert office.told(at(2, 10)) == []
    first = office.asks()
    assert who(office.told(at(2, 10, 1))) == [ADMIN, MENTOR, OTHER]
    second = office.asks(Topic.OTHER)
    assert office.told(at(2, 10, 2)) == []
    for asked in (first, second):
        office.desk.consultations.take(office.mentor, asked.id)
    assert office.told(at(2, 10, 3)) == []
    office.asks(Topic.TROUBLE)
    assert who(office.told(at(2, 10, 4))) == [ADMIN, MENTOR, OTHER]


def test_a_question_at_night_is_told_when_the_office_opens(office: Office) -> None:
    office.now = at(2, 23)
    office.asks()
    assert office.told(at(2, 23, 1)) == office.told(at(3, 8, 59)) == []
    assert who(office.told(at(3, 9))) == [ADMIN, MENTOR, OTHER]


def test_who_has_taken_it_is_reminded_after_a_day_and_administrators_hear_after_two(
    office: Office,
) -> None:
    asked = office.asks()
    office.desk.consultations.take(office.mentor, asked.id)
    assert office.told(at(3, 9, 59)) == []
    assert who(office.told(at(3, 10))) == [MENTOR]
    assert office.told(at(4, 9, 59)) == []
    assert who(office.told(at(4, 10))) == [ADMIN]
    assert office.told(at(9, 10)) == []
    assert f"вопрос у № {office.mentor.id}" in office.words()


def test_what_nobody_has_taken_is_everybodys(office: Office) -> None:
    office.asks()
    office.told(at(2, 10, 1))
    assert who(office.told(at(3, 10))) == [ADMIN, MENTOR, OTHER]
    assert who(office.told(at(4, 10))) == [ADMIN]
    assert "его никто не взял" in office.words()


def test_after_a_long_outage_each_is_told_once(office: Office) -> None:
    office.asks()
    assert who(office.told(at(9, 10))) == [ADMIN, ADMIN, ADMIN, MENTOR, MENTOR, OTHER, OTHER]
    assert office.told(at(9, 11)) == []


def test_staff_are_not_woken(office: Office) -> None:
    office.now = at(2, 23)
    asked = office.asks()
    office.desk.consultations.take(office.mentor, asked.id)
    assert office.told(at(3, 23)) == office.told(at(4, 8, 59)) == []
    assert who(office.told(at(4, 9))) == [MENTOR]


def test_a_question_that_is_asked_again_is_watched_again(office: Office) -> None:
    asked = office.asks()
    service = office.desk.consultations
    service.take(office.mentor, asked.id)
    (_, asker), _ = service.answer(office.mentor, asked.id, "В колледж")
    assert office.told(at(5, 10)) == []
    office.desk.consultations.ask_more(asker, asked.id, "А куда ближе?")
    assert office.told(at(6, 9)) == []
    assert who(office.told(at(6, 10))) == [MENTOR]
