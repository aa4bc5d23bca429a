"""Reads data/faq.toml: questions that are asked often, in both languages."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.domain.consultations import FAQ_SHOWN, FaqAnswer
from bot.domain.errors import NeedsMending

ADAPTER = TypeAdapter(list[FaqAnswer])
LONGEST_ID = 20  # characters; it travels in buttons
LONGEST_QUESTION = 37  # it stands on a button, behind its number
LONGEST_ANSWER = 300


class BadFaq(NeedsMending):
    """The file cannot be used; the message names it and the answer."""


def load_faq(path: Path) -> Sequence[FaqAnswer]:
    """In the order of the file. Raises BadFaq."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        answers = ADAPTER.validate_python(values.get("answers", []))
    except OSError as error:
        raise BadFaq(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadFaq(f"{path.name}: {error}. Mend that line.") from error
    except ValidationError as error:
        places = (" ".join(map(str, problem["loc"])) for problem in error.errors())
        raise BadFaq(
            f"{path.name}: answer {'; '.join(places)}: {error.errors()[0]['msg']}"
        ) from error
    if found := list(_mistakes(answers)):
        raise BadFaq(f"{path.name}: {'; '.join(found)}")
    return answers


def _mistakes(answers: Sequence[FaqAnswer]) -> Iterator[str]:
    ids = Counter(answer.id for answer in answers)
    yield from (f"{i} stands twice" for i, times in ids.items() if times > 1)
    topics = Counter(topic for answer in answers for topic in answer.topics)
    yield from (
        f"{topic} has {times} answers, at most {FAQ_SHOWN} fit a screen"
        for topic, times in topics.items()
        if times > FAQ_SHOWN
    )
    for answer in answers:
        if not (answer.id.replace("-", "").isalnum() and answer.id.isascii()):
            yield f"{answer.id!r} is no id: Latin letters, digits and hyphens"
        if len(answer.id) > LONGEST_ID:
            yield f"{answer.id} has more than {LONGEST_ID} characters"
        for said in (answer.question.ru, answer.question.en):
            if len(said) > LONGEST_QUESTION:
                yield f"{answer.id}: a question has more than {LONGEST_QUESTION} characters"
        for said in (answer.answer.ru, answer.answer.en):
            if len(said) > LONGEST_ANSWER:
                yield f"{answer.id}: an answer has more than {LONGEST_ANSWER} characters"
