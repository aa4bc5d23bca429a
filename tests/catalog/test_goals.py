"""What people type when they are asked what they want to become."""

from functools import cache
from pathlib import Path

import pytest

from bot.catalog.dictionaries import load_dictionaries
from bot.catalog.goals import GoalIndex
from bot.catalog.search import load_lexicon

DATA = Path(__file__).parents[2] / "data"


@cache
def index() -> GoalIndex:
    return GoalIndex(load_dictionaries(DATA), load_lexicon(DATA / "lexicon.csv"))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("сварщик", "welder"),
        ("cdfhobr", "welder"),
        ("welder", "welder"),
        ("хочу стать электриком", "electrician"),
        ("бухгалтером", "bookkeeper"),
        ("повар", "cook"),
        ("медсестра", "junior-nurse"),
    ],
)
def test_what_can_only_mean_one_thing_is_taken_at_once(typed: str, code: str) -> None:
    assert index().find(typed) == (code,)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("сварка", {"mach.weld", "welder"}),
        ("слесарь", {"instrument-fitter", "car-mechanic"}),
        ("сварщег", {"welder", "senior-welder"}),
    ],
)
def test_what_may_mean_several_is_worth_asking_about(typed: str, codes: set[str]) -> None:
    found = index().find(typed)
    assert len(found) > 1
    assert codes <= set(found)


@pytest.mark.parametrize("typed", ["", "ыыыы щщщщ", "🙂", "космонавт"])
def test_what_nobody_knows_means_nothing(typed: str) -> None:
    assert index().find(typed) == ()
