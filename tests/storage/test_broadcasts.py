from dataclasses import replace
from datetime import timedelta

from bot.domain.broadcasts import Broadcast, Content, Fate, Link, State, Target, Topic
from bot.domain.enrolments import State as Application
from bot.domain.files import KeptFile
from bot.domain.outbox import Batch
from bot.domain.people import AgeBand, Role, Standing
from bot.domain.questionnaires import Answer, Questionnaire, Wording
from bot.domain.segments import By, Exclusion
from bot.storage.transaction import Transaction
from tests.builders import BORIS, CLARA, NOON
from tests.storage.rows import enrolled, guest, taught

LATER = NOON + timedelta(hours=1)
CONTENT = Content(
    text="<b>да</b>",
    length=2,
    text_en="yes",
    length_en=3,
    file=KeptFile(id="x", photo=False, name="план.pdf"),
    buttons=(Link(target=Target.PROGRAMME, to="P-1", label=""),),
)
SEGMENT = {By.ROLE: ("pupil", "adult"), By.GRADE: ("8-11",)}


def draft(tx: Transaction) -> Broadcast:
    return tx.broadcasts.add(Topic.NEWS, 7, CONTENT, SEGMENT, NOON)


def test_a_draft_is_kept_as_it_was_written(tx: Transaction) -> None:
    added = draft(tx)
    assert (added.topic, added.state, added.author) == (Topic.NEWS, State.DRAFT, 7)
    assert (added.content, added.segment, added.created_at) == (CONTENT, SEGMENT, NOON)
    assert tx.broadcasts.find(added.id) == added
    assert tx.broadcasts.find(added.id + 1) is None


def test_what_staff_change_and_how_far_it_got_are_kept(tx: Transaction) -> None:
    added = draft(tx)
    changed = replace(
        added,
        version=2,
        approver=8,
        content=Content(),
        segment={},
        starts_at=LATER,
        paid=True,
        position=40,
        looked_through=True,
        reached=30,
        excluded={Exclusion.OPTED_OUT: 2},
        shown="1 running 5 0.0",
    )
    tx.broadcasts.save(changed)
    tx.broadcasts.look_through(changed)
    tx.broadcasts.show(added.id, changed.shown)
    assert tx.broadcasts.find(added.id) == changed


def test_only_who_sees_the_state_as_it_is_moves_it(tx: Transaction) -> None:
    added = draft(tx)
    ended = replace(
        added,
        state=State.FINISHED,
        tally={Fate.SENT: 3},
        submitted_at=NOON,
        started_at=NOON,
        ended_at=LATER,
    )
    assert not tx.broadcasts.move(State.RUNNING, ended)
    assert tx.broadcasts.find(added.id) == added
    assert tx.broadcasts.move(State.DRAFT, ended)
    assert tx.broadcasts.find(added.id) == ended
    assert tx.broadcasts.in_state(State.DRAFT) == []
    assert tx.broadcasts.in_state(State.FINISHED) == [ended]


def test_what_runs_is_asked_for_oldest_first_with_what_may_still_be_paid(tx: Transaction) -> None:
    first, second = draft(tx), draft(tx)
    for one in (second, first):
        tx.broadcasts.move(State.DRAFT, replace(one, state=State.RUNNING))
    tx.broadcasts.save(replace(second, paid=True))
    tx.broadcasts.add_paid(second.id, 30)
    assert tx.broadcasts.at_work(100) == [Batch(id=first.id), Batch(id=second.id, paid_messages=70)]
    tx.broadcasts.add_paid(second.id, 80)
    assert tx.broadcasts.at_work(100)[1].paid_messages == 0
    tx.broadcasts.stop_paying(second.id)
    assert tx.broadcasts.at_work(1000)[1].paid_messages == 0


def test_failures_count_until_something_arrives(tx: Transaction) -> None:
    added = draft(tx)
    assert [tx.broadcasts.failed(added.id) for _ in range(3)] == [1, 2, 3]
    tx.broadcasts.arrived(added.id)
    assert tx.broadcasts.failed(added.id) == 1


def test_only_drafts_can_be_thrown_away(tx: Transaction) -> None:
    kept, thrown = draft(tx), draft(tx)
    tx.broadcasts.move(State.DRAFT, replace(kept, state=State.SCHEDULED))
    for one in (kept, thrown):
        tx.broadcasts.discard(one.id)
    assert [one.id for one in tx.broadcasts.newest(5)] == [kept.id]
    assert tx.broadcasts.count() == 1


def test_a_saved_group_has_one_name(tx: Transaction) -> None:
    tx.broadcasts.put_segment("Юрга", {By.CITY: ("yurga",)})
    tx.broadcasts.put_segment("Все", {})
    tx.broadcasts.put_segment("Юрга", SEGMENT)
    assert [(one.name, one.segment) for one in tx.broadcasts.segments()] == [
        ("Все", {}),
        ("Юрга", SEGMENT),
    ]
    for one in tx.broadcasts.segments():
        tx.broadcasts.remove_segment(one.id)
    assert tx.broadcasts.segments() == []


def test_people_come_as_candidates_with_what_they_have_said(tx: Transaction) -> None:
    anna, boris = guest(tx), guest(tx, BORIS)
    tx.people.save(
        replace(
            anna,
            standing=Standing.MEMBER,
            role=Role.PUPIL,
            age_band=AgeBand.FROM_14,
            grade=9,
            city="yurga",
            muted=True,
        )
    )
    tx.subscriptions.save(anna.id, Topic.NEWS, True, None, NOON)
    tx.chats.close(boris.channel, boris.chat, "blocked", NOON)
    first, second = tx.audience.after(Topic.NEWS, 0, 10)
    assert (first.id, first.role, first.grade, first.city) == (anna.id, Role.PUPIL, 9, "yurga")
    assert (first.muted, first.closed, first.wants) == (True, False, True)
    assert (second.standing, second.closed, second.wants) == (Standing.GUEST, True, None)
    assert tx.audience.after(Topic.NEWS, anna.id, 10) == [second]
    assert tx.audience.after(Topic.NEWS, 0, 1) == [first]
    (of_contests, _) = tx.audience.after(Topic.CONTEST, 0, 10)
    assert of_contests.wants is None
    assert tx.audience.one(Topic.NEWS, anna.id) == first
    assert tx.audience.one(Topic.NEWS, 10_000) is None


def test_of_several_runs_the_newest_finished_one_counts(tx: Transaction) -> None:
    person = guest(tx)
    wording = Wording(ru="", en="")
    asked = Questionnaire(code="skills", version=1, title=wording, instruction=wording)
    for wish in ("old", "new", "unfinished"):
        tx.runs.start(person.id, asked, NOON)
        run = tx.runs.of_person(person.id)[-1]
        tx.runs.answer(run.id, "wants", Answer(value=wish, at=NOON))
        if wish != "unfinished":
            tx.runs.finish(run.id, NOON)
    found = list(tx.audience.newest_answers("skills", 0, person.id))
    assert found == [(person.id, "wants", "new")]
    assert list(tx.audience.newest_answers("skills", person.id, person.id + 9)) == []


def test_applications_are_read_by_portions_of_people(tx: Transaction) -> None:
    taught(tx)
    anna, boris = guest(tx), guest(tx, BORIS)
    enrolled(tx, anna)
    enrolled(tx, boris, state=Application.COMPLETED)
    assert list(tx.audience.applications(0, anna.id)) == [(anna.id, "P-1", "submitted")]
    assert list(tx.audience.applications(anna.id, boris.id)) == [(boris.id, "P-1", "completed")]


def test_who_leaves_a_topic_is_counted_with_the_mailing_that_they_left_under(
    tx: Transaction,
) -> None:
    for account, (wanted, under) in {BORIS: (False, 5), CLARA: (True, 5)}.items():
        tx.subscriptions.save(guest(tx, account).id, Topic.NEWS, wanted, under, NOON)
    tx.subscriptions.save(guest(tx).id, Topic.NEWS, False, None, NOON)
    assert tx.subscriptions.left_after(5) == 1
    boris = guest(tx, BORIS)
    tx.subscriptions.save(boris.id, Topic.NEWS, True, None, NOON)
    assert tx.subscriptions.of_person(boris.id) == {Topic.NEWS: True}
    assert tx.subscriptions.left_after(5) == 0
    assert [row["topic"] for row in tx.subscriptions.export(boris.id)] == ["news"]
    tx.people.remove(boris.id)
    assert tx.subscriptions.of_person(boris.id) == {}
