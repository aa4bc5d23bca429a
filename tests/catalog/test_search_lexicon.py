"""The lexicon that staff extend: what it may hold, and what is said of a mistake."""

from pathlib import Path

import pytest

from bot.catalog.search import (
    Entry,
    Lexicon,
    LexiconError,
    SearchIndex,
    Understanding,
    load_lexicon,
)
from bot.catalog.search.lexicon import MEANINGLESS, Kind
from tests.catalog.search_builders import lexicon

HEAD = "kind,said,means,reason\n"


def lexicon_of(folder: Path, text: str) -> Lexicon:
    file = folder / "words.csv"
    file.write_text(text, encoding="utf-8")
    return load_lexicon(file)


def test_a_line_gives_another_name(tmp_path: Path) -> None:
    entries = [Entry(id="weld", title="Сварщик"), Entry(id="cook", title="Повар")]
    added = lexicon_of(
        tmp_path, HEAD + "colloquial,электродник|дуговик,сварщик,так говорят у нас\n"
    )
    assert SearchIndex(entries, Lexicon()).find("электродник").kind is Understanding.NONE
    assert SearchIndex(entries, added).find("электродник").hits[0].id == "weld"
    assert SearchIndex(entries, added).find("дуговик").understood == "дуговик → сварщик"


def test_the_first_meaning_is_the_likeliest(tmp_path: Path) -> None:
    entries = [Entry(id="cook", title="Повар"), Entry(id="weld", title="Сварщик")]
    added = lexicon_of(tmp_path, HEAD + "synonym,варила,сварщик|повар,варит металл или суп\n")
    found = SearchIndex(entries, added).find("варила")
    assert [hit.id for hit in found.hits] == ["weld", "cook"]


def test_noise_is_left_out_of_a_query(tmp_path: Path) -> None:
    entries = [Entry(id="weld", title="Сварщик")]
    query = "сварщик абракадабра ерундистика"
    plain = SearchIndex(entries, Lexicon()).find(query).hits
    added = lexicon_of(tmp_path, HEAD + "noise,абракадабра|ерундистика,,ничего не значит\n")
    noted = SearchIndex(entries, added).find(query).hits
    assert noted[0].score > 0.9
    assert not plain or plain[0].score < noted[0].score


def test_small_talk_is_answered_with_more_care(tmp_path: Path) -> None:
    entries = [Entry(id="robots", title="Робототехника")]
    added = lexicon_of(tmp_path, HEAD + "chatter,ты,,болтовня\n")
    assert SearchIndex(entries, Lexicon()).find("ты робот").hits
    assert SearchIndex(entries, added).find("ты робот").kind is Understanding.NONE


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("kind,said,means\n", "words.csv, row 1, field reason: column is missing"),
        ("", "words.csv, row 1, field kind: column is missing"),
        (HEAD + "slang,прогер,программист,говорят\n", "words.csv, row 2, field kind: 'slang'"),
        (HEAD + "\nsynonym,,повар,другое\n", "words.csv, row 3, field said: is empty"),
        (HEAD + "synonym,кок,|,другое\n", "words.csv, row 2, field means: is empty"),
        (HEAD + "noise,хочу,повар,шум\n", "words.csv, row 2, field means: must be empty for noise"),
        (HEAD + "synonym,кок,повар, \n", "words.csv, row 2, field reason: is empty"),
        (HEAD + "synonym,кок\n", "words.csv, row 2, field means: is empty"),
    ],
)
def test_a_mistake_is_named_with_file_row_and_field(
    tmp_path: Path, text: str, complaint: str
) -> None:
    with pytest.raises(LexiconError) as error:
        lexicon_of(tmp_path, text)
    assert str(error.value).startswith(complaint)


def test_a_file_that_is_not_there_or_not_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"nowhere\.csv: cannot be read"):
        load_lexicon(tmp_path / "nowhere.csv")
    (tmp_path / "words.csv").write_bytes(HEAD.encode() + b"synonym,\xff\xfe,x,y\n")
    with pytest.raises(LexiconError, match=r"words\.csv: is not UTF-8"):
        load_lexicon(tmp_path / "words.csv")


def test_every_line_of_the_project_has_a_reason_and_says_something_new() -> None:
    lines = lexicon().lines
    assert len(lines) > 1000
    for line in lines:
        assert line.reason
        assert bool(line.means) == (line.kind not in MEANINGLESS)
        assert set(line.said) - set(line.means), f"{line.said} only repeats its meaning"


def test_every_kind_is_used() -> None:
    assert {line.kind for line in lexicon().lines} == set(Kind)
