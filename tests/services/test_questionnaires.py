"""Runs as services keep them: presses come twice, late, or after days."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.catalog.search import Lexicon
from bot.catalog.snapshot import Catalogue
from bot.domain.errors import NotFound
from bot.domain.people import AgeBand, Role
from bot.domain.questionnaires import Form, Progress, RunState
from bot.services.questionnaires import QuestionnaireService
from bot.storage.transaction import Transaction
from tests.builders import BORIS, NOON, network
from tests.domain.matching_builders import programme
from tests.interview import DICTIONARIES, QUESTIONNAIRES, WORLD, Interview, chair

SIDES = "bbbaabbbaa"
FIRST = [pair.id for pair in QUESTIONNAIRES["interests"].pairs][:10]


@pytest.fixture
def tx() -> Iterator[Transaction]:
    with chair() as transaction:
        yield transaction


@pytest.fixture
def anna(tx: Transaction) -> Interview:
    return Interview(tx)


def service(of: Interview) -> QuestionnaireService:
    return of.desk.questionnaires


def answers(of: Interview, form: Form, sides: str = SIDES, *more: tuple[str, str]) -> Form:
    """The first pairs, then whatever else, calmly."""
    for step, value in [*zip(FIRST, sides, strict=False), *more]:
        form = answered(of, form.run.id, step, value)
    return form


def answered(of: Interview, run: int, step: str, value: str) -> Form:
    of.now += of.pace
    return service(of).answer(of.person, run, step, value)


def finishes(of: Interview, sides: str = SIDES) -> Form:
    form = service(of).begin(of.person, "interests")
    return answers(of, form, sides, ("deeper", "stop"))


def test_a_questionnaire_is_new_then_open_then_finished(anna: Interview) -> None:
    assert service(anna).state(anna.person, "interests") is Progress.NEW
    form = service(anna).begin(anna.person, "interests")
    assert service(anna).state(anna.person, "interests") is Progress.OPEN
    assert service(anna).state(anna.person, "skills") is Progress.NEW
    answers(anna, form, SIDES, ("deeper", "stop"))
    assert service(anna).state(anna.person, "interests") is Progress.FINISHED


def test_an_unknown_questionnaire_cannot_be_begun(anna: Interview) -> None:
    with pytest.raises(NotFound):
        service(anna).begin(anna.person, "horoscope")


def test_days_later_it_goes_on_where_it_stopped(anna: Interview) -> None:
    begun = answers(anna, service(anna).begin(anna.person, "interests"), "bbb")
    anna.now += timedelta(days=12)
    resumed = service(anna).begin(anna.person, "interests")
    assert resumed.run.id == begun.run.id
    assert resumed.next is not None
    assert resumed.next.id == "PI04"


def test_every_answer_carries_its_time(anna: Interview) -> None:
    form = answers(anna, service(anna).begin(anna.person, "interests"), "bb")
    assert [form.answers[i].at for i in FIRST[:2]] == [NOON + anna.pace, NOON + 2 * anna.pace]


def test_a_run_remembers_its_version_and_when_it_ended(anna: Interview) -> None:
    form = finishes(anna)
    assert form.run.version == QUESTIONNAIRES["interests"].version
    assert (form.run.state, form.run.finished_at) == (RunState.FINISHED, anna.now)


def test_the_same_press_twice_is_one_answer(anna: Interview) -> None:
    form = service(anna).begin(anna.person, "interests")
    once = service(anna).answer(anna.person, form.run.id, "PI01", "b")
    twice = service(anna).answer(anna.person, form.run.id, "PI01", "b")
    assert once == twice
    assert list(twice.answers) == ["PI01"]


@pytest.mark.parametrize(
    ("seconds", "counts"), [(0, False), (0.12, False), (0.49, False), (0.5, True), (-3600, True)]
)
def test_a_question_that_nobody_can_have_read_is_not_answered(
    anna: Interview, seconds: float, counts: bool
) -> None:
    form = answers(anna, service(anna).begin(anna.person, "interests"), "b")
    anna.now += timedelta(seconds=seconds)
    form = service(anna).answer(anna.person, form.run.id, "PI02", "a")
    assert ("PI02" in form.answers) is counts


def test_what_was_read_before_can_be_changed_at_once(anna: Interview) -> None:
    form = answers(anna, service(anna).begin(anna.person, "interests"), "b")
    form = service(anna).answer(anna.person, form.run.id, "PI01", "a")
    assert form.value("PI01") == "a"


def test_nothing_new_is_answered_unread_in_a_finished_run_either(anna: Interview) -> None:
    run = finishes(anna).run.id
    anna.now += anna.pace
    more = service(anna).correct(anna.person, run, "deeper", "more")
    assert more.next is not None
    assert service(anna).correct(anna.person, run, more.next.id, "a").answers == more.answers


def test_an_earlier_answer_can_be_changed_on_the_way(anna: Interview) -> None:
    form = answers(anna, service(anna).begin(anna.person, "interests"), "bbb")
    form = service(anna).answer(anna.person, form.run.id, "PI02", "a")
    assert form.value("PI02") == "a"
    assert form.next is not None
    assert form.next.id == "PI04"


def test_nothing_can_be_answered_ahead_of_its_question(anna: Interview) -> None:
    form = service(anna).begin(anna.person, "interests")
    for step, value in (("PI05", "a"), ("deeper", "stop"), ("care", "anyway"), ("review", "done")):
        assert service(anna).answer(anna.person, form.run.id, step, value).answers == {}


def test_a_late_press_does_not_touch_a_finished_run(anna: Interview) -> None:
    finished = finishes(anna)
    assert service(anna).answer(anna.person, finished.run.id, "PI01", "a") == finished


def test_a_correction_changes_a_finished_run_and_nothing_else_does(anna: Interview) -> None:
    finished = finishes(anna)
    corrected = service(anna).correct(anna.person, finished.run.id, "PI01", "a")
    assert corrected.value("PI01") == "a"
    assert corrected.run.is_finished
    form = service(anna).begin(anna.person, "interests")
    assert service(anna).correct(anna.person, form.run.id, "PI01", "a").answers == {}


def test_ten_more_can_be_added_to_a_finished_run(anna: Interview) -> None:
    run = finishes(anna).run.id
    more = service(anna).correct(anna.person, run, "deeper", "more")
    assert more.next is not None
    for step in list(more.questions)[10:]:
        anna.now += anna.pace
        more = service(anna).correct(anna.person, run, step.id, "a")
    assert more.next is None
    assert len(more.items) == 20


def test_nobody_reaches_the_run_of_somebody_else(anna: Interview) -> None:
    run = finishes(anna).run.id
    boris = Interview(anna.tx, account=BORIS)
    for act in (
        lambda: service(boris).form(boris.person, run),
        lambda: service(boris).answer(boris.person, run, "PI01", "a"),
        lambda: service(boris).correct(boris.person, run, "PI01", "a"),
        lambda: service(boris).result(boris.person, run),
    ):
        with pytest.raises(NotFound):
            act()
    assert service(boris).latest(boris.person, "interests") is None


def test_a_run_of_a_questionnaire_that_is_gone_is_not_shown(anna: Interview) -> None:
    run = finishes(anna).run.id
    anna.world = replace(WORLD, questionnaires={"skills": QUESTIONNAIRES["skills"]})
    assert service(anna).latest(anna.person) is None
    with pytest.raises(NotFound):
        service(anna).form(anna.person, run)


def test_an_open_run_to_which_a_new_version_adds_nothing_is_finished(anna: Interview) -> None:
    form = service(anna).begin(anna.person, "interests")
    answers(anna, form, SIDES, ("deeper", "more"))
    interests = QUESTIONNAIRES["interests"]
    shorter = replace(interests, version=2, pairs=interests.pairs[:10])
    anna.world = replace(WORLD, questionnaires={"interests": shorter})
    assert service(anna).begin(anna.person, "interests").run.is_finished


def test_a_guest_under_14_may_do_all_of_it(tx: Transaction) -> None:
    child = Interview(tx)
    child.desk.people.choose_age(child.person, AgeBand.UNDER_14)
    assert finishes(child).run.is_finished
    assert child.person.expires_at is not None


def test_a_result_knows_the_one_before_it(anna: Interview) -> None:
    first = finishes(anna).run.id
    second = finishes(anna, "a" + SIDES[1:]).run.id
    latest = service(anna).latest(anna.person, "interests")
    assert latest is not None
    assert latest.before is not None
    assert (latest.form.run.id, latest.before.run.id) == (second, first)
    assert service(anna).result(anna.person, first).before is None


def test_a_run_that_is_open_has_no_result(anna: Interview) -> None:
    form = service(anna).begin(anna.person, "interests")
    with pytest.raises(NotFound):
        service(anna).result(anna.person, form.run.id)
    assert service(anna).latest(anna.person) is None


# --- careless runs --------------------------------------------------------------------------------


def test_one_side_only_is_questioned_before_the_result(anna: Interview) -> None:
    doubted = finishes(anna, "a" * 10)
    assert not doubted.run.is_finished
    shown = answered(anna, doubted.run.id, "care", "anyway")
    assert shown.run.is_finished
    assert len(shown.items) == 10


def test_a_short_retake_asks_five_pairs_once_more_and_then_shows_the_result(
    anna: Interview,
) -> None:
    run = finishes(anna, "a" * 10).run.id
    again = answered(anna, run, "care", "again")
    assert [i for i in FIRST if i not in again.answers] == FIRST[:5]
    pressed_twice = answered(anna, run, "care", "again")
    for step in FIRST[:5]:
        assert not pressed_twice.run.is_finished
        pressed_twice = answered(anna, run, step, "a")
    assert pressed_twice.run.is_finished  # the same once more: it was meant


def test_pressing_again_twice_takes_nothing_back_a_second_time(anna: Interview) -> None:
    run = finishes(anna, "a" * 10).run.id
    answered(anna, run, "care", "again")
    answered(anna, run, "PI01", "b")
    assert answered(anna, run, "care", "again").value("PI01") == "b"


def test_the_short_retake_can_be_left_at_any_time(anna: Interview) -> None:
    run = finishes(anna, "a" * 10).run.id
    answered(anna, run, "care", "again")
    left = answered(anna, run, "care", "anyway")
    assert left.run.is_finished
    assert service(anna).result(anna.person, run).form.answers.keys() >= set(FIRST[5:])


# --- skills ---------------------------------------------------------------------------------------


def begins_skills(of: Interview, *given: tuple[str, str]) -> Form:
    form = service(of).begin(of.person, "skills")
    while form.next is not None and form.next.id != "wants":
        step = form.next.id
        chosen = "done" if step == "sectors" else str(len(form.answers) % 5)
        form = answers(of, form, "", (step, chosen))
    return answers(of, form, "", ("wants", "done"), *given)


def test_the_city_becomes_that_of_the_person(tx: Transaction) -> None:
    boris = Interview(tx, Role.ADULT)
    form = begins_skills(boris, ("city", "yurga"))
    assert boris.person.city == "yurga"
    service(boris).answer(boris.person, form.run.id, "city", "any")
    assert boris.person.city is None


def test_answers_count_only_after_they_were_reviewed(tx: Transaction) -> None:
    boris = Interview(tx, Role.ADULT)
    form = begins_skills(
        boris, ("city", "any"), ("format", "done"), ("daypart", "done"), ("profession", "yes")
    )
    assert form.next is not None
    assert form.next.id == "review"
    changed = service(boris).answer(boris.person, form.run.id, "AC01", "4")
    assert not changed.run.is_finished
    assert answers(boris, changed, "", ("review", "done")).run.is_finished


# --- typed answers --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("а", "a"),
        ("A", "a"),
        ("б.", "b"),
        ("b", "b"),
        (" Б ", "b"),
        ("1", "a"),
        ("2", "b"),
        ("робота", "b"),
    ],
)
def test_a_pair_is_answered_by_letter_number_or_words(
    anna: Interview, typed: str, meant: str
) -> None:
    form = service(anna).begin(anna.person, "interests")
    assert form.next is not None
    assert service(anna).meant(form, form.next, typed) == (meant,)


def test_a_direction_is_answered_by_its_name(tx: Transaction) -> None:
    boris = Interview(tx, Role.ADULT)
    form = service(boris).begin(boris.person, "skills")
    assert form.next is not None
    assert service(boris).meant(form, form.next, "сварка") == ("machinery",)
    assert service(boris).meant(form, form.next, "дело") == ("mining", "business")
    assert service(boris).meant(form, form.next, "балет") == ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("водитель", ("transport",)),
        ("программирование", ("it",)),
        ("повар", ("services",)),
        ("повара", ("services",)),
        ("Москва", ()),
    ],
)
def test_a_direction_is_answered_by_what_is_done_there(
    tx: Transaction, typed: str, meant: tuple[str, ...]
) -> None:
    cook = programme(sector="services", occupations=("повар", "пекарь"))
    boris = Interview(tx, Role.ADULT)
    known = network(programmes={cook.code: cook})
    boris.world = replace(WORLD, catalogue=Catalogue(1, known, DICTIONARIES, Lexicon()))
    form = service(boris).begin(boris.person, "skills")
    assert form.next is not None
    assert service(boris).meant(form, form.next, typed) == meant
