from collections import Counter
from pathlib import Path

import pytest

from bot.catalog.faq import BadFaq, load_faq
from bot.domain.consultations import FAQ_SHOWN, Topic
from bot.domain.inbox import MASK, masked

FILE = Path(__file__).parents[2] / "data" / "faq.toml"
GOOD = """
[[answers]]
id = "one"
topics = ["choice"]
question = { ru = "Как?", en = "How?" }
answer = { ru = "Так.", en = "Like this." }
"""


def loaded(tmp_path: Path, text: str) -> str:
    """The complaint about it."""
    (tmp_path / "faq.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadFaq) as caught:
        load_faq(tmp_path / "faq.toml")
    return str(caught.value)


def test_every_topic_has_three_or_four_answers() -> None:
    topics = Counter(topic for answer in load_faq(FILE) for topic in answer.topics)
    assert topics.keys() == set(Topic)
    assert all(3 <= times <= FAQ_SHOWN for times in topics.values())


def test_answers_address_nobody_so_that_pupils_and_adults_read_the_same() -> None:
    for answer in load_faq(FILE):
        words = answer.answer.ru.lower().replace("«", " ").split()
        assert not {"ты", "вы", "тебе", "вам", "твой", "ваш", "вас", "тебя"} & set(words), answer.id


def test_no_answer_holds_what_may_not_be_sent() -> None:
    for answer in load_faq(FILE):
        assert MASK not in (masked(answer.answer.ru), masked(answer.answer.en))


def test_a_small_file_is_enough(tmp_path: Path) -> None:
    (tmp_path / "faq.toml").write_text(GOOD, encoding="utf-8")
    (answer,) = load_faq(tmp_path / "faq.toml")
    assert (answer.id, answer.topics, answer.answer.in_("en")) == (
        "one",
        [Topic.CHOICE],
        "Like this.",
    )


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[answers]", "Mend that line"),
        (GOOD.replace("choice", "weather"), "topics"),
        (GOOD.replace('ru = "Так.", ', ""), "answer"),
        (GOOD + GOOD, "one stands twice"),
        (GOOD.replace("one", "o ne"), "is no id"),
        (GOOD.replace("one", "o" * 21), "more than 20 characters"),
        (GOOD.replace("Как?", "К" * 38), "more than 37 characters"),
        (GOOD.replace("Так.", "Т" * 301), "more than 300 characters"),
        ("".join(GOOD.replace("one", f"n{n}") for n in range(5)), "at most 4 fit a screen"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    assert complaint in loaded(tmp_path, text)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadFaq, match="cannot be read"):
        load_faq(tmp_path / "no.toml")
