from pathlib import Path

import pytest

from bot.catalog.questionnaires import BadQuestionnaire, load_questionnaires

HEAD = """
code = "try"
version = 1
title = { ru = "Проба", en = "A try" }
instruction = { ru = "Выберите", en = "Choose" }
"""
PAIR = """
[[pairs]]
id = "P1"
round = 1
a = { type = "tech", ru = "Чинить", en = "Mend" }
b = { type = "art", ru = "Рисовать", en = "Draw" }
"""
ITEM = """
[[items]]
id = "A1"
competency = "safe.work"
ru = "Умею"
en = "I can"
"""
SCALE = """
[[scale]]
value = 0
ru = "Нет"
en = "No"
"""


def loaded(folder: Path, content: str) -> None:
    (folder / "try.toml").write_text(content, encoding="utf-8")
    load_questionnaires(folder)


def test_a_new_file_is_a_new_questionnaire(tmp_path: Path) -> None:
    (tmp_path / "try.toml").write_text(HEAD + PAIR, encoding="utf-8")
    found = load_questionnaires(tmp_path)["try"]
    assert found.title.in_("en") == "A try"
    assert found.pairs[0].b.wording.in_("ru") == "Рисовать"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (HEAD, "needs pairs or items"),
        (HEAD + PAIR + ITEM + SCALE, "and not both"),
        (HEAD + ITEM, "items need a scale"),
        (HEAD + PAIR + PAIR, "P1 stands twice"),
        (HEAD + PAIR.replace('"P1"', '"care"'), "'care' is no id"),
        (HEAD + PAIR.replace('"P1"', '"P:1"'), "'P:1' is no id"),
        (HEAD + PAIR.replace("round = 1", "round = 3"), "round 3"),
        (HEAD + PAIR.replace('"art"', '"tech"'), "P1 has tech on both sides"),
        (HEAD + PAIR.replace('"art"', '"sport"'), "pairs.0.b.interest"),
        (HEAD.replace("version = 1", "") + PAIR, "'version' is missing"),
        (HEAD + "[[", "try.toml"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_place(
    tmp_path: Path, content: str, told: str
) -> None:
    with pytest.raises(BadQuestionnaire) as caught:
        loaded(tmp_path, content)
    assert "try.toml" in str(caught.value)
    assert told in str(caught.value)
