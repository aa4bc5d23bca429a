"""A query that only one of the databases was ever asked is not written for both."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from bot.domain import broadcasts as broadcasts_domain
from bot.domain.agreements import Notice
from bot.domain.audit import GENESIS, Entry
from bot.domain.calendars import Feed
from bot.domain.consents import Consent
from bot.domain.consultations import Author, ConsultationState, Inbox, Topic
from bot.domain.demand import Reason
from bot.domain.dialogs import Option
from bot.domain.enrolments import State
from bot.domain.events import Filter
from bot.domain.freshness import Source
from bot.domain.imports import SentFile, Undo, UploadState
from bot.domain.outbox import Body, Lane, Outcome, Report
from bot.domain.participations import State as Place
from bot.domain.questionnaires import Answer
from bot.domain.reminders import Planned, Wishes
from bot.domain.reminders import State as Reminded
from bot.domain.staff import Invitation, StaffRole
from bot.storage import migrations
from bot.storage.sql import FOLDER, Sql
from bot.storage.transaction import Transaction
from tests.builders import ANNA, NOON, TODAY, group, incoming, network, outgoing, resource
from tests.domain.event_builders import event, participation
from tests.domain.matching_builders import audit_of, module
from tests.storage.engines import MIGRATED, Engine, Postgres
from tests.storage.rows import enrolled, guest, run, taught
from tests.trajectory_builders import trajectory

LATER = NOON + timedelta(days=1)
OWN = "_postgres"  # ends the name of a statement that replaces the one without it on PostgreSQL


def audience(tx: Transaction) -> None:
    person = guest(tx)
    tx.audience.after(broadcasts_domain.Topic.NEWS, 0, 10)
    tx.audience.one(broadcasts_domain.Topic.NEWS, person.id)
    list(tx.audience.newest_answers("skills", 0, person.id))
    list(tx.audience.applications(0, person.id))
    list(tx.audience.participations(0, person.id))
    tx.audience.events(5)


def broadcasts(tx: Transaction) -> None:
    topic, state = broadcasts_domain.Topic, broadcasts_domain.State
    draft = tx.broadcasts.add(topic.NEWS, 1, broadcasts_domain.Content(), {}, NOON)
    tx.broadcasts.in_state(state.DRAFT)
    tx.broadcasts.stopping()
    tx.broadcasts.newest(5)
    tx.broadcasts.count()
    tx.broadcasts.at_work(0)
    tx.broadcasts.with_old_rows(LATER)
    tx.broadcasts.save(draft)
    tx.broadcasts.show(draft.id, "1")
    tx.broadcasts.look_through(draft)
    tx.broadcasts.move(state.DRAFT, draft)
    tx.broadcasts.failed(draft.id)
    tx.broadcasts.arrived(draft.id)
    tx.broadcasts.add_paid(draft.id, 2)
    tx.broadcasts.stop_paying(draft.id)
    tx.broadcasts.discard(draft.id)
    tx.broadcasts.put_segment("Юрга", {})
    tx.broadcasts.segments()
    tx.broadcasts.remove_segment(1)


def agreements(tx: Transaction) -> None:
    taught(tx)
    tx.agreements.lock("DP-02")
    tx.agreements.note(network().agreements["A-1"], Notice.OVER, NOON)
    tx.agreements.told()


def alerts(tx: Transaction) -> None:
    tx.alerts.begin("slow", NOON)
    tx.alerts.end("slow")
    tx.alerts.oldest_reply()
    tx.alerts.failed(NOON)


def audit(tx: Transaction) -> None:
    tx.audit.add(
        Entry(
            id=1,
            at=NOON,
            actor="7",
            action="staff.granted",
            subject="person 8",
            before="",
            after="admin",
            previous_hash=GENESIS,
            hash="x",
        )
    )
    list(tx.audit.every())
    tx.audit.newest("staff", 5)
    tx.audit.count("")
    tx.audit.of_actor("7")


def calendars(tx: Transaction) -> None:
    person = guest(tx)
    tx.calendars.keep(Feed(person_id=person.id, token_hash="x", made_at=NOON))
    tx.calendars.of_person(person.id)
    tx.calendars.of_token("x")
    tx.calendars.held(person.id, NOON)
    tx.calendars.remove(person.id)


def group_changes(tx: Transaction) -> None:
    taught(tx)
    tx.group_changes.add(group(), NOON)
    tx.group_changes.add(group(seats=9), LATER)
    assert tx.group_changes.untold() == [(group(), NOON)]
    tx.group_changes.remove("G-1")
    assert tx.group_changes.untold() == []


def event_changes(tx: Transaction) -> None:
    taught(tx)
    held = tx.events.add(event(), None, "secret", NOON)
    tx.event_changes.add(held, NOON)
    assert tx.event_changes.untold() == [held]
    assert tx.event_changes.find(held.id) == held
    tx.event_changes.remove(held.id)


def chats(tx: Transaction) -> None:
    tx.chats.close("telegram", "10", "blocked", NOON)
    tx.chats.is_closed("telegram", "10")
    tx.chats.reopen("telegram", "10")


def consultations(tx: Transaction) -> None:
    asked = tx.consultations.add(guest(tx).id, Topic.CHOICE, NOON)
    tx.consultations.find(asked.id)
    tx.consultations.of_person(asked.person_id)
    for inbox in Inbox:
        tx.consultations.listed(inbox, asked.person_id, 5, 0)
        tx.consultations.count(inbox, asked.person_id)
    tx.consultations.move(asked, ConsultationState.CLOSED, owner=None, waiting_since=None)
    tx.consultations.release_of(asked.person_id)
    tx.consultations.to_remind(LATER)
    tx.consultations.reminded(asked.id, LATER)
    tx.consultations.to_escalate(LATER)
    tx.consultations.escalated(asked.id, LATER)
    tx.consultations.say(asked.id, Author.ASKER, "Куда?", NOON)
    tx.consultations.messages(asked.id)


def demand(tx: Transaction) -> None:
    tx.demand.mark(TODAY, "abc")
    tx.demand.forget_marks(TODAY)
    tx.demand.count(TODAY, "mach.weld", "yurga", Reason.FULL)
    tx.demand.since(TODAY)


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
    tx.enrolments.under_way_in("G-1")
    tx.enrolments.taken_in("G-1")
    tx.enrolments.taken()


def facts(tx: Transaction) -> None:
    tx.facts.put("anchor", "2026-03-02")
    tx.facts.find("anchor")


def freshness(tx: Transaction) -> None:
    taught(tx)
    tx.freshness.confirm(["P-1"], TODAY, Source.STAFF)
    tx.freshness.days()


def imports(tx: Transaction) -> None:
    undo = Undo(before=network(), added={})
    entry = tx.imports.add("", None, 1, 2, undo, NOON)
    tx.imports.add("", entry.id, 1, 2, undo, NOON)
    tx.imports.last()
    tx.imports.undo(entry.id + 1)
    upload = tx.imports.receive(guest(tx).id, SentFile(id="x", size=1, name="a.xlsx"), NOON)
    tx.imports.waiting()
    tx.imports.uploads_of(upload.person_id)
    tx.imports.move(upload, UploadState.READY, network=network())
    tx.imports.content(upload.id)
    ready = tx.imports.upload(upload.id)
    assert ready is not None
    tx.imports.move(ready, UploadState.APPLIED)
    tx.imports.remove_old(LATER)


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
    kept = tx.matches.add(person.id, audit_of(), NOON)
    tx.matches.find(kept.id)
    tx.matches.newest(person.id)
    tx.matches.of_person(person.id)


def network_(tx: Transaction) -> None:
    taught(tx)
    known = {"modules": {"M-1": module(programme="P-1")}, "resources": {"R-1": resource()}}
    tx.network.put(network(**known))
    tx.network.remove("modules", "M-1")
    tx.network.remove("groups", "G-1")
    tx.network.remove("programmes", "P-1")
    tx.network.remove("agreements", "A-1")
    tx.network.remove("resources", "R-1")
    tx.network.remove("partners", "DP-02")


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
    tx.outbox.message_of("2")
    tx.outbox.put(outgoing(dedupe_key="3", batch=1, person=1))
    (row,) = tx.outbox.due_of_batch(1, now, 10)
    tx.outbox.skip(row.id, "stopped", now)
    tx.outbox.skip_batch(1, "stopped", now)
    tx.outbox.counts_of_batch(1)
    tx.outbox.tally(1)
    tx.outbox.is_under_way(1)
    tx.outbox.unknown_people(1)
    tx.outbox.every_one(1, 10)
    tx.outbox.remove_batch(1)
    tx.outbox.forget_chat("telegram", "11", 0.0)
    tx.outbox.empty_bodies(now)
    tx.outbox.remove_old(now)


def events(tx: Transaction) -> None:
    taught(tx)
    held = tx.events.add(event(), None, "secret", NOON)
    tx.events.lock(held.id)
    tx.events.save(held, LATER)
    tx.events.of_slug(held.slug)
    tx.events.secret(held.id)
    tx.events.author(held.id)
    tx.events.changed_at(held.id)
    tx.events.announced(NOON, LATER)
    tx.events.kept(NOON)
    tx.events.of_series("weekly")
    tx.events.over(LATER)
    tx.events.slugs_like(held.slug)
    person = guest(tx)
    tx.events.keep_filter(person.id, Filter())
    tx.events.filter_of(person.id)


def participations(tx: Transaction) -> None:
    taught(tx)
    person = guest(tx)
    held = tx.events.add(event(), None, "secret", NOON)
    mine = participation(event_id=held.id, person_id=person.id)
    mine = tx.participations.add(mine, "person")
    tx.participations.change(mine)
    tx.participations.move(mine, Place.CANCELLED, actor="person", reason="ill", now=LATER)
    tx.participations.moves(mine.id)
    tx.participations.find(mine.id)
    tx.participations.of_token("x")
    tx.participations.of_person(person.id)
    tx.participations.of_event(held.id)
    tx.participations.of_class(mine.id)
    tx.participations.waiting(held.id)
    tx.participations.events_waited_for()
    tx.participations.overdue(LATER)
    tx.participations.taken_in(held.id)
    tx.participations.taken_by_school(held.id, "DP-02")
    tx.participations.taken(NOON)


def reminders(tx: Transaction) -> None:
    taught(tx)
    person = guest(tx)
    held = tx.events.add(event(), None, "secret", NOON)
    mine = participation(event_id=held.id, person_id=person.id)
    mine = tx.participations.add(mine, "person")
    tx.reminders.unplanned(NOON)
    tx.reminders.add(mine, 1, Planned(rule="eve", due_at=NOON))
    [planned] = tx.reminders.of_participation(mine.id)
    tx.reminders.due(LATER)
    tx.reminders.planned_for(person.id, LATER)
    tx.reminders.become(planned.id, Reminded.QUEUED)
    assert tx.reminders.settled() == [(planned.id, None, None)]
    tx.reminders.drop_planned(mine.id)
    tx.reminders.ledger(held.id)
    tx.reminders.keep_wishes(person.id, Wishes(lead_times=(60,)))
    tx.reminders.keep_wishes(person.id, Wishes())
    tx.reminders.wishes(person.id)
    tx.reminders.rate(mine.id, 5, None, LATER)
    tx.reminders.ratings(held.id)


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


def subscriptions(tx: Transaction) -> None:
    person = guest(tx)
    tx.subscriptions.save(person.id, broadcasts_domain.Topic.NEWS, True, 1, NOON)
    tx.subscriptions.of_person(person.id)
    tx.subscriptions.left_after(1)


def staff(tx: Transaction) -> None:
    person, role = guest(tx), StaffRole.ADMIN
    tx.staff.invite(Invitation(token_hash="x", role=role, expires_at=LATER))
    tx.staff.redeem("x", NOON)
    tx.staff.withdraw_invitations(person.id)
    tx.staff.guessed(person.id, NOON)
    tx.staff.guesses(person.id, NOON)
    tx.staff.grant(person.id, role, NOON)
    (held,) = tx.staff.of_person(person.id)
    tx.staff.find(held.id)
    tx.staff.every()
    tx.staff.revoke(held.id)


def versions(tx: Transaction) -> None:
    taught(tx)
    tx.versions.add(network().programmes.values(), NOON)
    tx.versions.find(tx.versions.of_programme("P-1")[0].id)


def trajectories(tx: Transaction) -> None:
    person = guest(tx)
    drawn = tx.trajectories.draw(trajectory(person_id=person.id))
    tx.trajectories.save(drawn)
    tx.trajectories.of_person(person.id)
    tx.trajectories.shared("x")
    tx.trajectories.kept(0, 10)
    tx.trajectories.remove_unapplied(drawn.id)


TRIES: dict[str, Callable[[Transaction], None]] = {
    "audience": audience,
    "broadcasts": broadcasts,
    "agreements": agreements,
    "alerts": alerts,
    "audit": audit,
    "calendars": calendars,
    "chats": chats,
    "consultations": consultations,
    "demand": demand,
    "dialogs": dialogs,
    "enrolments": enrolments,
    "event_changes": event_changes,
    "group_changes": group_changes,
    "events": events,
    "facts": facts,
    "freshness": freshness,
    "imports": imports,
    "inbox": inbox,
    "matches": matches,
    "network": network_,
    "outbox": outbox,
    "participations": participations,
    "people": people,
    "reminders": reminders,
    "runs": runs,
    "saved": saved,
    "staff": staff,
    "subscriptions": subscriptions,
    "trajectories": trajectories,
    "versions": versions,
}


class Noting:
    """Mixed into a cursor, keeps the statements that it ran."""

    ran: set[str]

    def execute(self, statement: str, *rest: Any, **options: Any) -> Any:
        self.ran.add(statement)
        return super().execute(statement, *rest, **options)  # type: ignore[misc]

    def executemany(self, statement: str, *rest: Any, **options: Any) -> Any:
        self.ran.add(statement)
        return super().executemany(statement, *rest, **options)  # type: ignore[misc]


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
