"""What is asked in which order, and what the answers say."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.network import Interest
from bot.domain.questionnaires import (
    Answer,
    Carelessness,
    Changes,
    Form,
    Item,
    Liking,
    Pair,
    Questionnaire,
    Run,
    RunState,
    Side,
    Step,
    StepKind,
    Tally,
    Wording,
    changes,
    leading,
    levels,
    steps,
    strengths,
    tallies,
)
from tests.builders import NOON
from tests.interview import QUESTIONNAIRES

NATURE, TECH, HUMAN, SIGN, ART = Interest
CITIES = ("kemerovo", "yurga")
SLOWLY = timedelta(seconds=6)
WORDING = Wording(ru="", en="")


def pair(pair_id: str, a: Interest, b: Interest, number: int = 1) -> Pair:
    return Pair(
        id=pair_id,
        round=number,
        a=Side(interest=a, wording=WORDING),
        b=Side(interest=b, wording=WORDING),
    )


def item(item_id: str, competency: str, sector: str | None = None) -> Item:
    return Item(id=item_id, competency=competency, sector=sector, wording=WORDING)


def questionnaire(**changes: Any) -> Questionnaire:
    usual: dict[str, Any] = {
        "code": "x",
        "version": 1,
        "title": WORDING,
        "instruction": WORDING,
        "scale": dict.fromkeys(range(5), WORDING),
    }
    return Questionnaire(**{**usual, **changes})


def answers(given: Mapping[str, str], pace: timedelta = SLOWLY) -> dict[str, Answer]:
    return {
        step: Answer(value=value, at=NOON + number * pace)
        for number, (step, value) in enumerate(given.items())
    }


def form(
    asked: Questionnaire,
    given: Mapping[str, str],
    pace: timedelta = SLOWLY,
    state: RunState = RunState.OPEN,
) -> Form:
    run = Run(
        id=1,
        person_id=1,
        questionnaire=asked.code,
        version=1,
        state=state,
        started_at=NOON,
        answers=answers(given, pace),
    )
    return Form(questionnaire=asked, run=run, cities=CITIES)


INTERESTS, SKILLS = QUESTIONNAIRES["interests"], QUESTIONNAIRES["skills"]
FIRST = [pair.id for pair in INTERESTS.pairs if pair.round == 1]
GENERAL = [item.id for item in SKILLS.items if item.sector is None]


def quick(sides: str, pace: timedelta = SLOWLY) -> Form:
    """The first ten pairs: "a", "b" or "-" for each."""
    given = {i: {"-": "skip"}.get(side, side) for i, side in zip(FIRST, sides, strict=True)}
    return form(INTERESTS, given, pace)


def ids(asked: tuple[Step, ...]) -> list[str]:
    return [step.id for step in asked]


# --- the order of questions -----------------------------------------------------------------------


def test_ten_pairs_come_first_and_then_the_choice_of_ten_more() -> None:
    assert ids(steps(INTERESTS, {}, CITIES)) == [*FIRST, "deeper"]
    assert ids(steps(INTERESTS, answers({"deeper": "stop"}), CITIES)) == [*FIRST, "deeper"]
    assert len(steps(INTERESTS, answers({"deeper": "more"}), CITIES)) == 21


def test_stopping_in_the_second_round_keeps_what_was_answered_there() -> None:
    stopped = steps(INTERESTS, answers({"PI11": "a", "deeper": "stop"}), CITIES)
    assert ids(stopped) == [*FIRST, "deeper", "PI11"]


def test_every_direction_brings_its_own_items() -> None:
    asked = ids(steps(SKILLS, answers({"sectors": "it machinery done"}), CITIES))
    trade = [item.id for item in SKILLS.items_of(["it"])]
    trade += [item.id for item in SKILLS.items_of(["machinery"])]
    ends = ["wants", "city", "format", "daypart", "profession", "experience", "review"]
    assert asked == ["sectors", *GENERAL, *trade, *ends]
    assert len(trade) == 6


def test_experience_is_asked_only_in_the_chosen_directions() -> None:
    with_two = steps(SKILLS, answers({"sectors": "it machinery done"}), CITIES)
    assert with_two[-2].options == ("it", "machinery", "done")
    assert "experience" not in ids(steps(SKILLS, answers({"sectors": "done"}), CITIES))


def test_wishes_begin_with_the_trades_of_the_chosen_directions() -> None:
    asked = steps(SKILLS, answers({"sectors": "machinery done"}), CITIES)
    wants = next(step for step in asked if step.id == "wants")
    assert wants.options[:3] == ("mach.cnc", "mach.weld", "soft.communication")
    assert (wants.most, wants.options[-1]) == (3, "done")


def test_another_direction_asks_what_it_needs_and_forgets_the_old_items() -> None:
    first = form(SKILLS, {"sectors": "it done", "AT16": "3", "wants": "it.code done"})
    assert "AT16" in ids(first.items)
    changed = form(SKILLS, {"sectors": "health done", "AT16": "3", "wants": "it.code done"})
    assert "AT16" not in ids(changed.items)
    assert levels(changed) == {}
    assert changed.picked("wants") == ()


# --- one step -------------------------------------------------------------------------------------

SEVERAL = Step(id="sectors", kind=StepKind.SEVERAL, options=("a", "b", "c", "d", "done"), most=3)
PAIR = Step(id="PI01", kind=StepKind.PAIR, options=("a", "b", "skip"))


def tapped(values: str, pace: timedelta = SLOWLY) -> str:
    """What is stored after these taps."""
    answer: Answer | None = None
    for number, value in enumerate(values.split()):
        answer = SEVERAL.answered(answer, value, NOON + number * pace) or answer
    return "" if answer is None else answer.value


@pytest.mark.parametrize(
    ("taps", "stored"),
    [
        ("b", "b"),
        ("b a", "b a"),
        ("b b b", "b"),
        ("b done", "b done"),
        ("done", "done"),
        ("b -b", ""),
        ("b -b -b", ""),
        ("b a c", "b a c done"),  # there is nothing more to choose
        ("b a c d", "b a c"),  # a fourth has no place; the question is open again
        ("b done a", "b a"),  # reopened
        ("b done a done", "b a done"),
        ("x", ""),
    ],
)
def test_several_are_chosen_one_by_one(taps: str, stored: str) -> None:
    assert tapped(taps) == stored


def test_the_second_half_of_a_double_tap_takes_nothing_back() -> None:
    assert tapped("b -b", timedelta(seconds=0.5)) == "b"
    assert tapped("b -b", timedelta(seconds=1)) == ""


def test_what_is_no_option_is_no_answer() -> None:
    for value in ("c", "-a", "", "done"):
        assert PAIR.answered(None, value, NOON) is None
    assert PAIR.answered(None, "b", NOON) == Answer(value="b", at=NOON)


def test_only_what_was_reached_can_be_answered() -> None:
    begun = form(INTERESTS, {"PI01": "a"})
    assert [begun.find(i) is not None for i in ("PI01", "PI02", "PI03", "deeper")] == [
        True,
        True,
        False,
        False,
    ]
    assert begun.find("PI11") is None


# --- scoring --------------------------------------------------------------------------------------


def test_shares_of_the_golden_answers() -> None:
    """Worked out by hand from the pairs of the first round: robot, table, river, bicycle, code,
    explaining, machine tool, photographs, circuit, route."""
    counted = tallies(quick("bbbaabbbaa"))
    assert {i: (tally.chosen, tally.shown) for i, tally in counted.items()} == {
        TECH: (4, 4),
        SIGN: (3, 4),
        NATURE: (1, 4),
        HUMAN: (1, 4),
        ART: (1, 4),
    }
    assert list(counted)[:2] == [TECH, SIGN]
    assert counted[SIGN].share == 0.75


def test_skipped_pairs_are_not_counted_as_shown() -> None:
    counted = tallies(quick("-bbaabbbaa"))
    assert (counted[TECH].chosen, counted[TECH].shown) == (3, 3)
    assert (counted[NATURE].chosen, counted[NATURE].shown) == (1, 3)
    assert tallies(quick("-" * 10)) == {}


def test_every_choice_counts_for_one_interest_only() -> None:
    assert sum(tally.chosen for tally in tallies(quick("a" * 10)).values()) == 10


@pytest.mark.parametrize(
    ("ratings", "level"),
    [("2 3", 3), ("1 2", 2), ("0 1", 1), ("1 1 2", 1), ("1 2 2", 2), ("4 4 3", 4), ("0", 0)],
)
def test_a_level_is_the_mean_of_its_items_rounded_half_up(ratings: str, level: int) -> None:
    values = ratings.split()
    asked = questionnaire(items=tuple(item(f"A{n}", "safe.work") for n in range(len(values))))
    given = {f"A{n}": value for n, value in enumerate(values)}
    assert levels(form(asked, given)) == {"safe.work": level}


def test_a_competency_without_an_answer_has_no_level() -> None:
    asked = questionnaire(items=(item("A1", "safe.work"), item("A2", "dig.basic")))
    assert levels(form(asked, {"A1": "skip", "A2": "2"})) == {"dig.basic": 2}


def test_strengths_are_what_one_can_do_with_help_at_least() -> None:
    assert strengths({"a": 2, "b": 1, "c": 4, "d": 0}) == ["c", "a"]


def counted(**chosen: int) -> dict[Interest, Tally]:
    found = {Interest(name): Tally(chosen=n, shown=4) for name, n in chosen.items()}
    return dict(sorted(found.items(), key=lambda one: -one[1].chosen))


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ({"tech": 4, "sign": 3, "art": 2, "human": 1, "nature": 0}, (TECH, SIGN)),
        ({"tech": 3, "sign": 3, "art": 2, "human": 1, "nature": 1}, (TECH, SIGN)),
        ({"tech": 4, "sign": 2, "art": 2, "human": 1, "nature": 1}, (TECH, SIGN, ART)),
        ({"tech": 4, "sign": 2, "art": 2, "human": 2, "nature": 0}, (TECH,)),
        ({"tech": 2, "sign": 2, "art": 2, "human": 2, "nature": 2}, ()),
        ({"tech": 1, "sign": 0}, (TECH,)),
        ({}, ()),
    ],
)
def test_what_stands_out(shares: dict[str, int], expected: tuple[Interest, ...]) -> None:
    assert leading(counted(**shares)) == expected


@pytest.mark.parametrize(
    ("chosen", "shown", "liking"),
    [
        (0, 4, Liking.RARELY),
        (2, 8, Liking.RARELY),
        (3, 8, Liking.SOMETIMES),
        (2, 4, Liking.SOMETIMES),
        (3, 4, Liking.OFTEN),
        (6, 8, Liking.OFTEN),
        (7, 8, Liking.ALMOST_ALWAYS),
        (4, 4, Liking.ALMOST_ALWAYS),
    ],
)
def test_how_often_in_words(chosen: int, shown: int, liking: Liking) -> None:
    assert Tally(chosen=chosen, shown=shown).liking is liking


def test_changes_name_what_moved_far_enough_and_was_known_before() -> None:
    now, before = {"a": 1.0, "b": 0.5, "c": 0.5, "d": 1.0}, {"a": 0.75, "b": 0.75, "c": 0.3}
    assert changes(now, before, 0.25) == Changes(up=("a",), down=("b",))


# --- careless runs --------------------------------------------------------------------------------


def test_an_ordinary_run_is_not_doubted() -> None:
    assert quick("abaabbabab").carelessness is None
    assert quick("a" * 9 + "b").carelessness is None


def test_one_side_all_the_way_is_noticed() -> None:
    assert quick("a" * 10).carelessness is Carelessness.SAME
    assert quick("--" + "b" * 8).carelessness is Carelessness.SAME


def test_seven_alike_say_nothing() -> None:
    given = dict.fromkeys(GENERAL[:7], "3")
    assert form(SKILLS, {"sectors": "done", **given}).carelessness is None
    assert form(SKILLS, {"sectors": "done", **given, GENERAL[7]: "3"}).carelessness is (
        Carelessness.SAME
    )


def test_more_than_a_quarter_skipped_makes_a_result_preliminary() -> None:
    some, many = quick("--abaabbab"), quick("---aabbaba")
    assert (some.carelessness, some.is_preliminary) == (None, False)
    assert (many.carelessness, many.is_preliminary) == (Carelessness.SKIPPED, True)


@pytest.mark.parametrize(("seconds", "fast"), [(1.1, True), (1.2, False)])
def test_pairs_answered_faster_than_anyone_reads(seconds: float, fast: bool) -> None:
    found = quick("abaabbabab", timedelta(seconds=seconds)).carelessness
    assert found is (Carelessness.FAST if fast else None)


@pytest.mark.parametrize(("seconds", "fast"), [(0.7, True), (0.8, False)])
def test_statements_answered_faster_than_anyone_reads(seconds: float, fast: bool) -> None:
    given = {i: str(n % 5) for n, i in enumerate(GENERAL)}
    found = form(SKILLS, {"sectors": "done", **given}, timedelta(seconds=seconds)).carelessness
    assert found is (Carelessness.FAST if fast else None)


def test_a_few_quick_answers_among_slow_ones_are_all_right() -> None:
    calm = quick("abaabbabab")
    hurried = dict(calm.answers)
    for step in FIRST[1:5]:
        hurried[step] = Answer(value=hurried[step].value, at=hurried[FIRST[0]].at)
    run = Run(**{**vars(calm.run), "answers": hurried})
    assert Form(questionnaire=INTERESTS, run=run, cities=CITIES).carelessness is None


def test_doubt_asks_once_after_all_questions() -> None:
    doubted = quick("a" * 10)
    assert ids(doubted.steps)[-2:] == ["deeper", "care"]
    asked = form(INTERESTS, {**dict.fromkeys(FIRST, "a"), "deeper": "stop"})
    assert asked.next is not None
    assert asked.next.kind is StepKind.CARE
    settled = form(INTERESTS, {**dict.fromkeys(FIRST, "a"), "deeper": "stop", "care": "again"})
    assert settled.next is None


def test_the_short_round_shows_every_interest_twice() -> None:
    again = quick("a" * 10).again
    shown = [p for p in INTERESTS.pairs if p.id in again]
    both = [side.interest for p in shown for side in (p.a, p.b)]
    assert len(again) == 5
    assert {interest: both.count(interest) for interest in Interest} == dict.fromkeys(Interest, 2)


def test_what_was_skipped_is_asked_again() -> None:
    assert quick("---aabbaba").again == tuple(FIRST[:3])
    assert quick("-" * 10).again == tuple(FIRST[:5])


def test_of_the_skills_the_trades_are_asked_again_one_item_each() -> None:
    asked = questionnaire(
        items=(
            item("G1", "safe.work"),
            item("T1", "mach.weld", "machinery"),
            item("T2", "mach.weld", "machinery"),
            item("T3", "mach.cnc", "machinery"),
            *(item(f"G{n}", f"soft.{n}") for n in range(2, 8)),
        )
    )
    given = {i.id: "0" for i in asked.items}
    doubted = form(asked, {"sectors": "machinery done", **given})
    assert doubted.carelessness is Carelessness.SAME
    assert doubted.again == ("T1", "T3", "G1", "G2", "G3")


# --- a finished run -------------------------------------------------------------------------------


def test_a_finished_run_asks_only_about_the_person() -> None:
    given = {**dict.fromkeys(FIRST, "a"), "deeper": "stop"}
    assert form(INTERESTS, given, state=RunState.FINISHED).next is None
    more = form(INTERESTS, {**given, "deeper": "more"}, state=RunState.FINISHED)
    assert more.next is not None
    assert more.next.id == "PI11"


def test_answers_to_items_that_are_gone_do_not_count() -> None:
    asked = questionnaire(pairs=(pair("P1", TECH, ART),))
    assert list(tallies(form(asked, {"P1": "a", "P9": "b"}))) == [TECH, ART]
