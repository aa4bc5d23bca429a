"""A query that only one of the databases was ever asked is not written for both."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from bot.domain.consents import Consent
from bot.domain.consultations import Topic
from bot.domain.dialogs import Option
from bot.domain.enrolments import State
from bot.domain.outbox import Body, Lane, Outcome, Report
from bot.domain.questionnaires import Answer
from bot.domain.staff import Invitation, StaffRole
from bot.storage import migrations
from bot.storage.sql import FOLDER, Sql
from bot.storage.transaction import Transaction
from tests.builders import ANNA, NOON, incoming, network, outgoing
from tests.domain.matching_builders import module
from tests.storage.engines import MIGRATED, Engine, Postgres
from tests.storage.rows import enrolled, guest, run, taught

LATER = NOON + timedelta(days=1)
OWN = "_postgres"  # ends the name of a statement that replaces the one without it on PostgreSQL


def chats(tx: Transaction) -> None:
    tx.chats.close("telegram", "10", "blocked", NOON)
    tx.chats.is_closed("telegram", "10")
    tx.chats.reopen("telegram", "10")


def consultations(tx: Transaction) -> None:
    asked = tx.consultations.add(guest(tx).id, Topic.CHOICE, NOON)
    tx.consultations.of_person(asked.person_id)
    tx.consultations.waiting()


def dialogs(tx: Transaction) -> None:
    person = guest(tx)
    tx.dialogs.save(person.id, "x", (Option(key="1", label="да", action="y"),))
    tx.dialogs.of(person.id)


def enrolments(tx: Transaction) -> None:
    taught(tx)
    person = guest(tx)
    tx.enrolments.seats("G-1")
    mine = enrolled(tx, person)
    tx.enrolments.move(mine, State.WITHDRAWN, actor="person", reason="withdrawn", now=LATER)
    tx.enrolments.moves(mine.id)
    tx.enrolments.find(mine.id)
    tx.enrolments.of_person(person.id)
    tx.enrolments.waiting("G-1")
    tx.enrolments.overdue(LATER)
    tx.enrolments.groups_waited_for()
    tx.enrolments.taken_in("G-1")
    tx.enrolments.taken()


def facts(tx: Transaction) -> None:
    tx.facts.put("anchor", "2026-03-02")
    tx.facts.find("anchor")


def inbox(tx: Transaction) -> None:
    row = tx.inbox.put(incoming())
    assert row is not None
    tx.inbox.waiting()
    tx.inbox.fail(row, "a bug")
    tx.inbox.finish(row)
    tx.inbox.set_aside()
    tx.inbox.clear(row)
    tx.inbox.move_cursor("telegram", "1", NOON)
    tx.inbox.cursor("telegram")
    tx.inbox.forget_account("telegram", ANNA)
    tx.inbox.empty_bodies(LATER)
    tx.inbox.remove_old(LATER)


def matches(tx: Transaction) -> None:
    person = guest(tx)
    tx.matches.add(person.id, {"chosen": ["P-1"]}, NOON)
    tx.matches.of_person(person.id)


def network_(tx: Transaction) -> None:
    taught(tx)
    tx.network.put(network(modules={"M-1": module(programme="P-1")}))


def outbox(tx: Transaction) -> None:
    now = NOON.timestamp()
    tx.outbox.put(outgoing())
    row = tx.outbox.due(Lane.BROADCAST, now, 10)[0]
    tx.outbox.start(row.id)
    tx.outbox.interrupted()
    tx.outbox.record(row, Report(outcome=Outcome.MOVED, chat="11"), now)
    last_words = Body(text="", rows=[], forgets=True)
    tx.outbox.put(outgoing(dedupe_key="2", chat="12", body=last_words))
    row = tx.outbox.due(Lane.BROADCAST, now, 10)[0]
    tx.outbox.start(row.id)
    tx.outbox.record(row, Report(outcome=Outcome.SENT), now)
    tx.outbox.has_expired(now)
    tx.outbox.expire(now)
    tx.outbox.close_chat("telegram", "11", "blocked", now)
    tx.outbox.counts()
    tx.outbox.forget_chat("telegram", "11", 0.0)
    tx.outbox.empty_bodies(now)
    tx.outbox.remove_old(now)


def people(tx: Transaction) -> None:
    person = guest(tx)
    tx.people.find(person.id)
    tx.people.of_account(person.channel, person.account)
    tx.people.save(person)
    tx.people.expired(LATER)
    consent = Consent(purpose="service", version="1", text_hash="x", given_at=NOON)
    tx.people.agree(person.id, consent)
    tx.people.consents(person.id)
    tx.people.withdraw_consents(person.id, LATER)
    tx.people.remove(person.id)
    tx.people.note_erasure({"runs": 1}, LATER)


def runs(tx: Transaction) -> None:
    begun = run(tx, guest(tx))
    tx.runs.answer(begun.id, "one", Answer(value="a", at=NOON))
    tx.runs.find(begun.id)
    tx.runs.export(begun.person_id)
    tx.runs.take_back(begun.id, ["one"])
    tx.runs.finish(begun.id, LATER)


def saved(tx: Transaction) -> None:
    taught(tx)
    person = guest(tx)
    tx.saved.add(person.id, "P-1", NOON)
    tx.saved.of_person(person.id)
    tx.saved.remove(person.id, "P-1")


def staff(tx: Transaction) -> None:
    person, role = guest(tx), StaffRole.ADMIN
    tx.staff.invite(Invitation(token_hash="x", role=role, expires_at=LATER))
    tx.staff.redeem("x", NOON)
    tx.staff.grant(person.id, role, NOON)
    tx.staff.roles(person.id)
    tx.staff.members()


TRIES: dict[str, Callable[[Transaction], None]] = {
    "chats": chats,
    "consultations": consultations,
    "dialogs": dialogs,
    "enrolments": enrolments,
    "facts": facts,
    "inbox": inbox,
    "matches": matches,
    "network": network_,
    "outbox": outbox,
    "people": people,
    "runs": runs,
    "saved": saved,
    "staff": staff,
}


class Noting:
    """Mixed into a cursor, keeps the statements that it ran."""

    ran: set[str]

    def execute(self, statement: str, *rest: Any, **options: Any) -> Any:
        self.ran.add(statement)
        return super().execute(statement, *rest, **options)  # type: ignore[misc]


def noted(engine: Engine, ran: set[str]) -> Any:
    """A connection to a migrated database whose statements are kept in `ran`."""
    if isinstance(engine, Postgres):
        connection = engine.connect(MIGRATED)
        connection.cursor_factory = type("PostgresCursor", (Noting, psycopg.Cursor), {"ran": ran})
        return connection
    cursor = type("SqliteCursor", (Noting, sqlite3.Cursor), {"ran": ran})
    methods = {"cursor": lambda connection: sqlite3.Connection.cursor(connection, cursor)}
    factory: Any = type("SqliteConnection", (sqlite3.Connection,), methods)
    connection = sqlite3.connect(":memory:", isolation_level=None, factory=factory)
    connection.row_factory = sqlite3.Row
    migrations.apply(connection)
    return connection


def untried(noun: str, connection: Any, ran: set[str]) -> set[str]:
    names = set(re.findall(r"^-- name: (\w+)", (FOLDER / f"{noun}.sql").read_text(), re.MULTILINE))
    own = {name for name in names if name.endswith(OWN)}
    replaced = {name.removesuffix(OWN) for name in own}
    sql = Sql(noun, connection)
    wanted = names - (own if sql.is_sqlite else replaced)
    return {name for name in wanted if getattr(sql, name).func.sql not in ran}


@pytest.mark.parametrize("noun", sorted(TRIES))
def test_every_query_runs(engine: Engine, noun: str) -> None:
    ran: set[str] = set()
    with closing(noted(engine, ran)) as connection:
        connection.execute(engine.begin)
        assert untried(noun, connection, ran)
        TRIES[noun](Transaction(connection))
        assert untried(noun, connection, ran) == set()


def test_every_noun_is_tried() -> None:
    assert set(TRIES) == {file.stem for file in FOLDER.glob("*.sql")}
