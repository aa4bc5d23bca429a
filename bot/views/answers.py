"""Answers in words: of one option, and of a whole step."""

from bot.domain.network import (
    City,
    Competency,
    Dictionaries,
    FundingCategory,
    Occupation,
    Partner,
    Sector,
)
from bot.domain.questionnaires import (
    ANY,
    CITY,
    DONE,
    PROFESSION,
    SKIP,
    Form,
    Step,
    StepKind,
)
from bot.texts import Texts

Named = City | Competency | FundingCategory | Occupation | Partner | Sector


def name(named: Named, t: Texts) -> str:
    return named.name_en if t.language == "en" else named.name_ru


def option(step: Step, value: str, names: Dictionaries, t: Texts) -> str:
    """One thing that may be chosen, as a button says it."""
    if step.kind is StepKind.SEVERAL and value == DONE:
        return t.plain(f"questionnaires-none-{step.id}")
    if step.id == PROFESSION:
        return t.plain(f"questionnaires-{'unsure' if value == SKIP else value}")
    if step.id == CITY:
        return t.plain("questionnaires-any") if value == ANY else name(names.cities[value], t)
    if value in names.sectors:
        return name(names.sectors[value], t)
    if value in names.competencies:
        return name(names.competencies[value], t)
    return t.plain(f"questionnaires-{step.id}-{value}")


def given(form: Form, step: Step, names: Dictionaries, t: Texts) -> str:
    """What was answered."""
    answer = form.answers.get(step.id)
    if answer is None or (step.kind.is_item and answer.value == SKIP):
        return t.plain("questionnaires-not-answered")
    if step.kind is StepKind.PAIR:
        pair = next(pair for pair in form.questionnaire.pairs if pair.id == step.id)
        return (pair.a if answer.value == "a" else pair.b).wording.in_(t.language)
    if step.kind is StepKind.SCALE:
        return (form.questionnaire.scale or {})[int(answer.value)].in_(t.language)
    if step.kind is StepKind.SEVERAL:
        picked = step.picked(answer)
        return ", ".join(option(step, value, names, t) for value in picked) or _nothing(step, t)
    return option(step, answer.value, names, t)


def _nothing(step: Step, t: Texts) -> str:
    """Of several things none: as the button says it, or shorter beside a heading."""
    own = f"questionnaires-nothing-{step.id}"
    return t.plain(own if t.has(own) else f"questionnaires-none-{step.id}")


def line(form: Form, step: Step, names: Dictionaries, t: Texts) -> str:
    """An answer with what it is about, the more telling part first."""
    answer = given(form, step, names, t)
    if step.kind is StepKind.PAIR:
        return answer
    if step.kind is StepKind.SCALE:
        item = next(item for item in form.questionnaire.items if item.id == step.id)
        return t.plain("questionnaires-line", first=answer, second=item.wording.in_(t.language))
    about = t.plain(f"questionnaires-name-{step.id}")
    return t.plain("questionnaires-line", first=about, second=answer)
