from dataclasses import replace

from bot.domain.versions import Part, changes
from bot.texts import texts
from bot.views.versions import note
from tests.builders import NOON, RULES
from tests.views.test_screens import EVERY, NAMES, NETWORK

RU = texts("ru")
NOW = NETWORK.programmes["DEMO-21"]


def said(**changed: object) -> str:
    """What somebody is told who applied for DEMO-21 as it was."""
    then = replace(NOW, **changed)  # type: ignore[arg-type]
    return "".join(note(NOON, changes(then, NOW), NETWORK.partners, NAMES, RULES.zone, RU))


def test_what_has_changed_is_told_and_that_it_concerns_others() -> None:
    assert said(hours=NOW.hours - 8) == (
        f"Заявка — на программу от 2 марта. С тех пор в ней изменилось: часы {NOW.hours - 8} → "
        f"{NOW.hours}. Для вас всё остаётся как было."
    )


def test_nothing_is_told_where_nothing_has_changed() -> None:
    assert said() == ""
    assert note(None, (), NETWORK.partners, NAMES, RULES.zone, RU) == []


def test_every_change_is_told_in_words() -> None:
    other = NETWORK.programmes["DEMO-24"]
    everything = {str(part): getattr(other, part) for part in Part if part is not Part.TITLE}
    text = said(**everything | {"title_ru": "Тестировщик", "price": 500})
    for words in ("Тестировщик", "онлайн", "500 ₽", "Кемерово", "Программирование"):
        assert words in text


def test_a_skill_that_is_on_no_list_any_more_is_shown_by_its_code() -> None:
    assert "old.skill" in said(outcomes={"old.skill": 2})


def test_all_changes_at_once_fit_below_a_receipt() -> None:
    then = replace(NETWORK.programmes["DEMO-24"], title_ru="Д" * 90, title_en="D" * 90)
    for t in EVERY:
        notes = note(NOON, changes(then, NOW), NETWORK.partners, NAMES, RULES.zone, t)
        assert len(notes[0]) <= 700
