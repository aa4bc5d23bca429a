"""Staff hear once that something goes wrong, and once that it is over."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest

from bot.domain.outbox import Lane, Outcome, Report
from bot.domain.people import Person
from bot.domain.staff import StaffChat, StaffRole
from bot.jobs.alerts import SILENT, SLOW, watch
from bot.services.world import World
from bot.storage.migrate import migrate
from bot.storage.short import short
from bot.storage.transaction import Transaction
from bot.turns import Turns
from bot.views.staff import set_aside
from tests.builders import NOON, SEAL, incoming, outgoing, world

SECOND = timedelta(seconds=1)
CHAT = StaffChat(channel="telegram", chat="-1001")


class Office:
    """A bot whose clock a test moves, with one member of the Center's staff and one teacher."""

    def __init__(self, tx: Transaction) -> None:
        self.tx = tx
        self.now = NOON
        self.world: World = world()
        self.member = self._member(10, StaffRole.CENTER_STAFF)
        self._member(11, StaffRole.TEACHER)

    def _member(self, account: int, role: StaffRole) -> Person:
        person = self.turns.desk(self.tx).people.seen(incoming(account=account))
        self.tx.staff.grant(person.id, role, NOON)
        return person

    @property
    def turns(self) -> Turns:
        return Turns(SEAL, lambda: self.now, lambda: self.world)

    def looks(self, later: timedelta = timedelta(), silent: timedelta = timedelta()) -> list[str]:
        """What staff are told at a look so much later."""
        before = {row["id"] for row in self.rows()}
        self.now += later
        watch(self.tx, self.turns, silent)
        return [self.said(row) for row in self.rows() if row["id"] not in before]

    def rows(self) -> list[dict[str, Any]]:
        return [dict(row) for row in self.tx.connection.execute("SELECT * FROM outbox ORDER BY id")]

    @staticmethod
    def said(row: dict[str, Any]) -> str:
        return f"{row['chat']}: {orjson.loads(row['body'])['text']}"

    def waits(self, key: str) -> None:
        self.tx.outbox.put(outgoing(dedupe_key=key, chat=key, lane=Lane.REPLY))

    def is_settled(self, key: str, outcome: Outcome) -> None:
        due = self.tx.outbox.due(Lane.REPLY, self.now.timestamp(), 99)
        (row,) = [row for row in due if row.dedupe_key == key]
        self.tx.outbox.start(row.id)
        self.tx.outbox.record(row, Report(outcome=outcome), self.now.timestamp())


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    migrate(tmp_path / "bot.db", tmp_path)
    with short(tmp_path / "bot.db") as tx:
        yield Office(tx)


def test_nothing_is_said_while_all_is_well(office: Office) -> None:
    assert office.looks() == office.looks(timedelta(days=1)) == []


def test_an_answer_that_waits_for_two_minutes_is_told_once_and_its_end_once(
    office: Office,
) -> None:
    office.waits("a")
    assert office.looks() == office.looks(SLOW - SECOND) == []
    (told,) = office.looks(SECOND)
    assert told.startswith("10: <b>Ответы людям уходят медленно")
    assert office.looks(timedelta(hours=1)) == []
    office.is_settled("a", Outcome.SENT)
    (over,) = office.looks()
    assert over.startswith("10: Ответы снова уходят вовремя")
    assert office.looks() == []
    office.waits("b")
    assert office.looks() == []
    assert len(office.looks(SLOW)) == 1, "the next one is told again"


def test_answers_that_go_out_one_after_the_other_are_not_slow(office: Office) -> None:
    for n in range(4):
        office.waits(str(n))
        assert office.looks(timedelta(minutes=1)) == []
        office.is_settled(str(n), Outcome.SENT)


def test_refused_messages_are_told_once_until_ten_quiet_minutes_have_passed(
    office: Office,
) -> None:
    for key in ("a", "b"):
        office.waits(key)
        office.is_settled(key, Outcome.NOT_SENT_FINAL)
    (told,) = office.looks()
    assert "отклонил сообщения бота: 2" in told
    assert office.looks(timedelta(minutes=9)) == []
    (over,) = office.looks(timedelta(minutes=2))
    assert "больше ничего не отклоняет" in over


def test_an_outage_of_telegram_is_told_when_it_is_over(office: Office) -> None:
    assert office.looks(silent=SILENT - SECOND) == office.looks() == []
    assert office.looks(silent=SILENT) == []
    assert office.looks(timedelta(minutes=20), silent=SILENT + timedelta(minutes=20)) == []
    (told,) = office.looks(timedelta(minutes=1))
    assert "не было с пн, 2 марта, 18:55 до пн, 2 марта, 19:21" in told
    assert office.looks() == []


def test_an_alert_goes_into_the_chosen_chat_and_to_nobody_else(office: Office) -> None:
    office.world = world(staff_chat=CHAT)
    office.turns.tell_staff(office.tx, "x", lambda t: set_aside(7, t))
    (row,) = office.rows()
    body = orjson.loads(row["body"])
    assert (row["chat"], row["lane"], body["rows"]) == (CHAT.chat, Lane.TRANSACTION, [])
    assert "Сообщение № 7 " in body["text"]


def test_the_same_alert_is_one_message(office: Office) -> None:
    for chat in (None, CHAT):
        office.world = world(staff_chat=chat)
        before = len(office.rows())
        for _ in range(2):
            office.turns.tell_staff(office.tx, "x", lambda t: set_aside(7, t))
        assert len(office.rows()) == before + 1


def test_a_chat_that_has_shut_the_bot_out_is_replaced_by_the_staff(office: Office) -> None:
    office.world = world(staff_chat=CHAT)
    office.tx.outbox.close_chat(CHAT.channel, CHAT.chat, "kicked", NOON.timestamp())
    office.turns.tell_staff(office.tx, "x", lambda t: set_aside(7, t))
    assert [row["chat"] for row in office.rows()] == [office.member.chat]


def test_staff_who_asked_not_to_be_written_to_are_not(office: Office) -> None:
    office.turns.desk(office.tx).people.mute(office.member, True)
    office.turns.tell_staff(office.tx, "x", lambda t: set_aside(7, t))
    assert office.rows() == []
