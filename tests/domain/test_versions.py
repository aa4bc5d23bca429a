from dataclasses import replace

import pytest

from bot.domain.network import Format, ProgrammeKind
from bot.domain.versions import Part, changes
from tests.domain.matching_builders import programme

BEFORE = programme(outcomes={"mach.weld": 3})


@pytest.mark.parametrize(
    ("changed", "part"),
    [
        ({"title_ru": "Другой курс"}, Part.TITLE),
        ({"kind": ProgrammeKind.PO_UP}, Part.KIND),
        ({"hours": 80}, Part.HOURS),
        ({"format": Format.ONLINE}, Part.FORMAT),
        ({"price": 0}, Part.PRICE),
        ({"partner": "DP-07"}, Part.PARTNER),
        ({"city": "yurga"}, Part.CITY),
        ({"outcomes": {"mach.cnc": 3}}, Part.OUTCOMES),
    ],
)
def test_what_a_person_would_want_to_know_is_told(changed: dict[str, object], part: Part) -> None:
    after = replace(BEFORE, **changed)  # type: ignore[arg-type]
    assert [(c.part, c.before, c.after) for c in changes(BEFORE, after)] == [(part, BEFORE, after)]


def test_the_rest_may_change_in_silence() -> None:
    after = replace(BEFORE, summary_ru="Иначе", other_names=("сварка",), outcomes={"mach.weld": 4})
    assert changes(BEFORE, after) == ()
