"""data/weights.toml: read whole, or refused with the place of the mistake."""

from pathlib import Path

import pytest

from bot.catalog.weights import BadWeights, load_weights

SHIPPED = Path(__file__).parents[2] / "data" / "weights.toml"


def test_the_shipped_file_holds_the_weights_of_the_field() -> None:
    weights, tolerances = load_weights(SHIPPED)
    assert (weights.coverage, weights.interest, weights.goal) == (0.5, 0.5, 3)
    assert (weights.coverage_untested, weights.sector, weights.neutral) == (0.7, 0.3, 0.5)
    assert weights.version.strip()
    assert 0 < tolerances.score < 0.1


@pytest.mark.parametrize(
    ("line", "instead", "complaint"),
    [
        ("coverage = 0.5 ", "coverage = 0.6 ", r"\[match\]: weights .* do not add up to 1"),
        ("goal = 3", 'goal = "three"', r"\[match\] goal: Input should be a valid integer"),
        ("goal = 3", "", r"\[match\] goal: Field required"),
        ("neutral = 0.5", "neutral = 7", r"\[match\]: neutral is 7.0"),
        ("fit = 0.1", "fit = 0", r"\[search\]: way_km, start_days, places and fit must be"),
        ("fit = 0.1", "fitness = 0.1", r"\[search\] has no fitness; fit, "),
        ("[search]", "[serach]", "there is no serach, only version"),
        ("[search]", "[match.search]", r"the section \[search\] is missing"),
        ('version = "2"', "", "version is missing"),
        ('version = "2"', "version = 2", "version is missing"),
        ("goal = 3", "goal =", "Mend that line"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, line: str, instead: str, complaint: str) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert line in text
    file = tmp_path / "weights.toml"
    file.write_text(text.replace(line, instead), encoding="utf-8")
    with pytest.raises(BadWeights, match=rf"^weights\.toml: .*{complaint}"):
        load_weights(file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadWeights, match=r"no\.toml: cannot be read"):
        load_weights(tmp_path / "no.toml")
