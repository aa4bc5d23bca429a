"""A row of a broadcast gets its words when it goes: in the person's language, if they still may."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.delivery.broadcasts import Broadcasts
from bot.domain.broadcasts import Broadcast, Link, State, Target, Topic
from bot.domain.files import KeptFile
from bot.domain.outbox import Outcome, Queued, Report
from bot.domain.outbox import State as Row
from bot.domain.people import AgeBand, Person, Role, Standing
from bot.storage.transaction import Transaction
from bot.turns import texts_for
from bot.views.broadcasts.message import OpenLink, OptOut
from tests.builders import NOON, SEAL, network, world
from tests.mailings import colleague, desk, member, written
from tests.services.conftest import tx as tx

START = NOON + timedelta(minutes=2)
WORLD = world()


def mailings(of: Any = WORLD) -> Broadcasts:
    return Broadcasts(SEAL, lambda: of, lambda: START, texts_for)


def running(tx: Transaction, topic: Topic = Topic.CONTEST, **content: Any) -> Broadcast:
    """A mailing under way to everybody who is there."""
    author = colleague(tx)
    draft = written(tx, author, topic)
    tx.broadcasts.save(replace(draft, content=replace(draft.content, **content)))
    desk(tx).broadcasts.submit(author, draft.id, None)
    gathering = desk(tx, START).gathering
    gathering.begin()
    gathered = gathering.gather(draft.id)
    assert gathered is not None
    return gathered


def ready(tx: Transaction, broadcast: Broadcast, of: Any = WORLD) -> list[Queued]:
    rows = tx.outbox.due_of_batch(broadcast.id, START.timestamp(), 100)
    return mailings(of).ready(tx, rows, START)


def reasons(tx: Transaction, broadcast: Broadcast) -> list[str | None]:
    return [row.error for row in tx.outbox.every_one(broadcast.id, 100)]


def labels(row: Queued) -> list[str]:
    return [button["label"] for buttons in row.body["rows"] for button in buttons]


def actions(row: Queued, person: Person) -> list[object]:
    """What the buttons do that this person, and nobody else, can press."""
    data = [button["data"] for buttons in row.body["rows"] for button in buttons]
    return [SEAL.open(person.address, one) for one in data]


def test_each_has_it_in_their_language_and_tone(tx: Transaction) -> None:
    pupil = member(tx, 1)
    emily = member(tx, 2, language="en", language_chosen=True, role=Role.ADULT)
    first, second = ready(tx, running(tx, text_en="<b>Contest</b>"))
    assert first.body["text"] == "<b>Олимпиада</b> &amp; конкурс"
    assert second.body["text"] == "<b>Contest</b>"
    assert (labels(first), labels(second)) == (["Не присылать такие"], ["No more of these"])
    assert actions(first, pupil) == [OptOut(broadcast=1)]
    assert actions(second, emily) == [OptOut(broadcast=1)]


def test_buttons_lead_to_what_there_is(tx: Transaction) -> None:
    person = member(tx, 1)
    links = (
        Link(target=Target.PROGRAMME, to="P-1", label=""),
        Link(target=Target.PROGRAMME, to="GONE", label=""),
        Link(target=Target.LINK, to="e_open-day", label="Подробнее"),
    )
    (row,) = ready(tx, running(tx, buttons=links))
    title = network().programmes["P-1"].title_ru
    assert labels(row) == [title, "Подробнее", "Не присылать такие"]
    assert actions(row, person)[:2] == [
        OpenLink(broadcast=1, place=0),
        OpenLink(broadcast=1, place=2),
    ]


def test_a_picture_goes_by_its_id(tx: Transaction) -> None:
    member(tx, 1)
    (row,) = ready(tx, running(tx, file=KeptFile(id="AgAC", photo=True)))
    assert row.body["file"] == {"photo": True, "id": "AgAC"}


def test_an_advert_says_that_it_is_one(tx: Transaction) -> None:
    adult = member(tx, 1, role=Role.ADULT, age_band=AgeBand.FROM_18)
    tx.subscriptions.save(adult.id, Topic.ADVERT, True, None, NOON)
    (row,) = ready(tx, running(tx, Topic.ADVERT))
    assert row.body["text"].startswith("<i>Реклама</i>\n\n")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"muted": True}, "muted"),
        ({"standing": Standing.GUEST}, "guest"),
        ({"age_band": AgeBand.FROM_14}, "minor"),
        ({}, "opted_out"),
        (None, "forgotten"),
    ],
)
def test_who_may_not_get_it_any_more_is_left_out_with_the_reason(
    tx: Transaction, changes: dict[str, Any] | None, reason: str
) -> None:
    adult = member(tx, 1, role=Role.ADULT, age_band=AgeBand.FROM_18)
    tx.subscriptions.save(adult.id, Topic.ADVERT, True, None, NOON)
    broadcast = running(tx, Topic.ADVERT)
    if changes is None:
        tx.people.remove(adult.id)
    elif changes:
        tx.people.save(replace(adult, **changes))
    else:
        desk(tx).subscriptions.leave(adult, broadcast.id)
    assert ready(tx, broadcast) == []
    assert reasons(tx, broadcast) == [reason]


def test_control_who_still_may_get_it_does(tx: Transaction) -> None:
    adult = member(tx, 1, role=Role.ADULT, age_band=AgeBand.FROM_18)
    tx.subscriptions.save(adult.id, Topic.ADVERT, True, None, NOON)
    assert len(ready(tx, running(tx, Topic.ADVERT))) == 1


def test_rows_of_what_was_paused_meanwhile_are_left_as_they_are(tx: Transaction) -> None:
    member(tx, 1)
    broadcast = running(tx)
    rows = tx.outbox.due_of_batch(broadcast.id, START.timestamp(), 9)
    desk(tx).broadcasts.pause(colleague(tx), broadcast.id)
    assert mailings().ready(tx, rows, START) == []
    assert tx.outbox.counts_of_batch(broadcast.id) == {Row.QUEUED: 1}


def test_a_bug_in_composing_hits_one_row_and_pauses_after_twenty(tx: Transaction) -> None:
    class Broken(Broadcasts):
        def _body(self, tx: Transaction, broadcast: Broadcast, row: Queued) -> Any:
            if row.person in broken:
                tx.people.remove(row.person or 0)  # half done, and taken back
                raise KeyError("a bug")
            return super()._body(tx, broadcast, row)

    people = [member(tx, account) for account in range(1, 23)]
    broken = {people[0].id}
    broadcast = running(tx)
    composing = Broken(SEAL, lambda: WORLD, lambda: START, texts_for)
    rows = tx.outbox.due_of_batch(broadcast.id, START.timestamp(), 2)
    assert [row.person for row in composing.ready(tx, rows, START)] == [people[1].id]
    assert reasons(tx, broadcast)[0] == "not composed: KeyError"
    assert tx.people.find(people[0].id) is not None

    broken = {person.id for person in people}
    rows = tx.outbox.due_of_batch(broadcast.id, START.timestamp(), 100)
    assert composing.ready(tx, rows, START) == []
    assert desk(tx).broadcasts.find(broadcast.id).state is State.PAUSED


def settle(tx: Transaction, broadcast: Broadcast, reports: Sequence[Report]) -> None:
    for report in reports:
        row = tx.outbox.due_of_batch(broadcast.id, START.timestamp(), 1)[0]
        assert tx.outbox.start(row.id)
        state = tx.outbox.record(row, report, START.timestamp())
        mailings().settled(tx, row, state, report)


REFUSED = Report(outcome=Outcome.NOT_SENT_FINAL, error="400 can't parse entities")
SENT = Report(outcome=Outcome.SENT)


@pytest.mark.parametrize(
    ("reports", "state"),
    [
        ([REFUSED] * 20, State.PAUSED),
        ([REFUSED] * 19 + [SENT] + [REFUSED] * 19, State.RUNNING),
        ([Report(outcome=Outcome.CHAT_CLOSED, error="403")] * 25, State.RUNNING),
        ([Report(outcome=Outcome.AMBIGUOUS, error="reset")] * 25, State.RUNNING),
    ],
)
def test_only_refusals_in_a_row_pause_it(
    tx: Transaction, reports: list[Report], state: State
) -> None:
    for account in range(1, 50):
        member(tx, account)
    broadcast = running(tx)
    settle(tx, broadcast, reports)
    assert desk(tx).broadcasts.find(broadcast.id).state is state


def test_a_fee_that_cannot_be_collected_ends_paying(tx: Transaction) -> None:
    member(tx, 1)
    broadcast = running(tx)
    tx.connection.execute("UPDATE broadcasts SET paid = 1")
    settle(tx, broadcast, [Report(outcome=Outcome.NOT_SENT_RETRY, unpaid=True)])
    assert not desk(tx).broadcasts.find(broadcast.id).paid


def test_what_goes_for_a_fee_is_counted_with_the_mark(tx: Transaction) -> None:
    for account in (1, 2, 3):
        member(tx, account)
    broadcast = running(tx)
    rows = tx.outbox.due_of_batch(broadcast.id, START.timestamp(), 3)
    mailings().ready(tx, [replace(row, paid=n > 0) for n, row in enumerate(rows)], START)
    assert desk(tx).broadcasts.find(broadcast.id).paid_messages == 2


def test_it_works_by_day(tx: Transaction) -> None:
    member(tx, 1)
    broadcast = running(tx)
    night = datetime(2026, 3, 2, 15, tzinfo=NOON.tzinfo)
    assert [batch.id for batch in mailings().at_work(tx, START)] == [broadcast.id]
    assert mailings().at_work(tx, night) == ()
