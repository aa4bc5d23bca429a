"""A mailing begins, fixes its audience, ends: cut short anywhere it is taken up where it stood."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.broadcasts import Broadcast, BroadcastRules, Fate, State
from bot.domain.outbox import Outcome, Report
from bot.domain.people import Person
from bot.services.broadcasts import GatheringService
from bot.services.broadcasts.gathering import JITTER, KEPT
from bot.storage.transaction import Transaction
from tests.builders import NOON, RULES, world
from tests.mailings import COLLEAGUE, colleague, desk, many, member, written

UNDO = BroadcastRules().undo
START = NOON + UNDO
LAX = world(rules=replace(RULES, broadcasts=BroadcastRules(approve_above=100_000)))
NINE = datetime(2026, 3, 3, 2, tzinfo=UTC)  # 9:00 in Novokuznetsk
NIGHT = datetime(2026, 3, 2, 15, tzinfo=UTC)  # 22:00 there


def gathering(tx: Transaction, now: datetime = START) -> GatheringService:
    return desk(tx, now, LAX).gathering


def scheduled(tx: Transaction, now: datetime = NOON) -> tuple[Person, Broadcast]:
    author = colleague(tx)
    draft = written(tx, author)
    return author, desk(tx, now, LAX).broadcasts.submit(author, draft.id, None)


def approved(tx: Transaction) -> Broadcast:
    """As one to many people has to be."""
    _, waiting = scheduled(tx)
    other = colleague(tx, COLLEAGUE)
    return desk(tx, NOON, LAX).broadcasts.approve(other, waiting.id, waiting.version)


def gathered(tx: Transaction, now: datetime = START) -> Broadcast:
    (begun,) = gathering(tx, now).begin()
    broadcast = gathering(tx, now).gather(begun.id)
    assert broadcast is not None
    return broadcast


def sends(tx: Transaction, broadcast: Broadcast, count: int, now: datetime = START) -> None:
    for row in tx.outbox.due_of_batch(broadcast.id, now.timestamp(), count):
        tx.outbox.start(row.id)
        tx.outbox.record(row, Report(outcome=Outcome.SENT), now.timestamp())


def audience(tx: Transaction) -> list[tuple[int, int]]:
    """Who gets which mailing."""
    rows = tx.connection.execute("SELECT batch, person FROM outbox WHERE batch > 0 ORDER BY id")
    return [tuple(row) for row in rows]


def test_nothing_begins_before_the_time_for_second_thoughts_is_over(tx: Transaction) -> None:
    member(tx, 1)
    scheduled(tx)
    assert gathering(tx, START - timedelta(seconds=1)).begin() == []
    assert len(gathering(tx).begin()) == 1
    assert gathering(tx).begin() == []


def test_taken_back_in_time_nobody_gets_anything(tx: Transaction) -> None:
    member(tx, 1)
    author, sent = scheduled(tx)
    desk(tx, START - timedelta(seconds=1), LAX).broadcasts.take_back(author, sent.id)
    assert gathering(tx).begin() == []
    assert audience(tx) == []


def test_the_audience_is_that_of_the_start(tx: Transaction) -> None:
    member(tx, 1)
    _, sent = scheduled(tx)
    late = member(tx, 2)
    running = gathered(tx)
    later = member(tx, 3)
    assert (running.state, running.reached, running.started_at) == (State.RUNNING, 2, START)
    assert [person for _, person in audience(tx)][-1] == late.id
    assert gathering(tx).gather(sent.id) is None
    assert later.id not in {person for _, person in audience(tx)}


def test_it_is_fixed_by_portions_that_may_be_cut_short(tx: Transaction) -> None:
    """Each portion and how far it got stand in one transaction, so a life of the bot that ends
    before its commit leaves neither."""
    many(tx, 4500)
    sent = approved(tx)
    gathering(tx).begin()
    first = gathering(tx).gather(sent.id)
    with suppress(KeyboardInterrupt), tx.undone_on_error():
        gathering(tx).gather(sent.id)
        raise KeyboardInterrupt
    states = [first]
    while states[-1] is not None:
        states.append(gathering(tx).gather(sent.id))
    assert [one and (one.state, one.reached) for one in states] == [
        (State.GATHERING, 2000),
        (State.GATHERING, 4000),
        (State.RUNNING, 4500),
        None,
    ]
    people = [person for _, person in audience(tx)]
    assert len(people) == len(set(people)) == 4500


def test_control_without_its_place_a_portion_would_be_counted_twice(tx: Transaction) -> None:
    """The key of each row keeps it from being sent twice even then."""
    many(tx, 2500)
    sent = approved(tx)
    gathering(tx).begin()
    gathering(tx).gather(sent.id)
    tx.connection.execute("UPDATE broadcasts SET position = 0")
    while (last := gathering(tx).gather(sent.id)) is not None:
        running = last
    assert running.reached == 2000 + 2500
    assert len(audience(tx)) == 2500


def test_a_mailing_that_has_grown_waits_for_a_second_person(tx: Transaction) -> None:
    strict = world(rules=replace(RULES, broadcasts=BroadcastRules(approve_above=1)))
    author, other = colleague(tx), colleague(tx, COLLEAGUE)
    member(tx, 1)
    sent = desk(tx, NOON, strict).broadcasts.submit(author, written(tx, author).id, None)
    assert sent.state is State.SCHEDULED
    member(tx, 2)
    at_start = desk(tx, START, strict)
    at_start.gathering.begin()
    grown = at_start.gathering.gather(sent.id)
    assert grown is not None
    assert (grown.state, grown.reached) == (State.WAITING, 2)
    assert at_start.broadcasts.at_work() == []

    approved = at_start.broadcasts.approve(other, grown.id, grown.version)
    then = desk(tx, START + UNDO, strict)
    assert [one.id for one in then.gathering.begin()] == [approved.id]
    running = then.gathering.gather(approved.id)
    assert running is not None
    assert (running.state, len(audience(tx))) == (State.RUNNING, 2)


def test_a_grown_one_that_is_sent_back_is_stopped(tx: Transaction) -> None:
    strict = world(rules=replace(RULES, broadcasts=BroadcastRules(approve_above=0)))
    author, other = colleague(tx), colleague(tx, COLLEAGUE)
    member(tx, 1)
    draft = written(tx, author)
    desk(tx, NOON, LAX).broadcasts.submit(author, draft.id, None)
    at_start = desk(tx, START, strict)
    at_start.gathering.begin()
    grown = at_start.gathering.gather(draft.id)
    assert grown is not None
    back = at_start.broadcasts.send_back(other, grown.id, grown.version)
    assert back.state is State.STOPPED
    (ended,) = at_start.gathering.end()
    assert ended.tally is not None
    assert (ended.tally[Fate.SKIPPED], ended.tally[Fate.SENT]) == (1, 0)


def test_what_begins_in_the_night_waits_for_the_morning_and_is_spread(tx: Transaction) -> None:
    for account in range(1, 30):
        member(tx, account)
    scheduled(tx, NIGHT)
    running = gathered(tx, NIGHT + UNDO)
    assert tx.outbox.due_of_batch(running.id, NINE.timestamp() - 1, 100) == []
    due = tx.outbox.due_of_batch(running.id, NINE.timestamp() + JITTER, 100)
    assert len(due) == 29
    assert len({row.not_before for row in due}) > 10


def test_by_day_a_clock_that_is_set_back_holds_up_nobody(tx: Transaction) -> None:
    member(tx, 1)
    scheduled(tx)
    running = gathered(tx)
    an_hour_before = (START - timedelta(hours=1)).timestamp()
    assert len(tx.outbox.due_of_batch(running.id, an_hour_before, 9)) == 1


def test_it_ends_when_nothing_is_under_way_and_keeps_its_sums(tx: Transaction) -> None:
    for account in (1, 2):
        member(tx, account)
    scheduled(tx)
    running = gathered(tx)
    sends(tx, running, 1)
    assert gathering(tx).end() == []
    sends(tx, running, 1)
    later = START + timedelta(minutes=5)
    (ended,) = gathering(tx, later).end()
    assert (ended.state, ended.ended_at) == (State.FINISHED, later)
    assert ended.tally is not None
    assert (ended.tally[Fate.SENT], sum(ended.tally.values())) == (2, 2)
    assert gathering(tx, later).end() == []
    assert tx.broadcasts.find(ended.id) == ended


def test_a_stopped_one_is_settled_by_portions(tx: Transaction) -> None:
    many(tx, 2500)
    sent = approved(tx)
    gathering(tx).begin()
    while gathering(tx).gather(sent.id) is not None:
        pass
    sends(tx, sent, 10)
    desk(tx, START, LAX).broadcasts.stop(colleague(tx), sent.id)
    looks = [gathering(tx).end() for _ in range(3)]
    assert [len(ended) for ended in looks] == [0, 0, 1]
    tally = looks[-1][0].tally
    assert tally is not None
    assert (tally[Fate.SENT], tally[Fate.SKIPPED]) == (10, 2490)


def test_a_mailing_to_nobody_is_over_at_once(tx: Transaction) -> None:
    leaves = member(tx, 1)
    scheduled(tx)
    tx.people.remove(leaves.id)
    assert gathered(tx).reached == 0
    (ended,) = gathering(tx).end()
    assert ended.tally is not None
    assert sum(ended.tally.values()) == 0


def test_long_after_the_end_only_the_figures_are_kept(tx: Transaction) -> None:
    member(tx, 1)
    scheduled(tx)
    sends(tx, gathered(tx), 1)
    (ended,) = gathering(tx).end()
    gathering(tx, START + KEPT).purge()
    assert len(audience(tx)) == 1
    late = START + KEPT + timedelta(seconds=1)
    gathering(tx, late).purge()
    assert audience(tx) == []
    broadcasts = desk(tx, late, LAX).broadcasts
    assert broadcasts.tally(broadcasts.find(ended.id)) == ended.tally
    assert broadcasts.every_one(ended.id) == []


def test_one_that_is_paused_for_weeks_keeps_its_rows(tx: Transaction) -> None:
    for account in (1, 2):
        member(tx, account)
    author, _ = scheduled(tx)
    running = gathered(tx)
    sends(tx, running, 1)
    desk(tx, START, LAX).broadcasts.pause(author, running.id)
    late = START + 3 * KEPT
    gathering(tx, late).purge()
    tx.outbox.remove_old(late.timestamp())
    assert len(audience(tx)) == 2
