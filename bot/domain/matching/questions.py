"""What a programme turns on and the profile does not say. It excludes nothing; the card asks."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.matching.filters import (
    OPENING,
    Fact,
    education_of,
    grades_for,
    needs_education,
    needs_profession,
)
from bot.domain.matching.offers import Offer
from bot.domain.network import Audience, Programme
from bot.domain.profiles import Profile


class QuestionKind(StrEnum):
    AGE = "age"
    GRADE = "grade"
    EDUCATION = "education"
    PROFESSION = "profession"
    EXPERIENCE = "experience"
    LEVEL = "level"


@dataclass(frozen=True, kw_only=True)
class Question:
    """A fact that decides and is not known. It excludes nothing; the card asks."""

    kind: QuestionKind
    about: str | None = None  # the competency, or the sector of the experience
    needed: Fact = None


def open_questions(offer: Offer, profile: Profile) -> tuple[Question, ...]:
    """What this programme turns on and the profile does not say."""
    programme = offer.programme
    asked = [ask(programme, profile) for ask in _QUESTIONS]
    return (*(question for question in asked if question), *_levels_not_asked(programme, profile))


def _age_not_certain(programme: Programme, profile: Profile) -> Question | None:
    youngest, oldest = profile.age_band.years
    needed = programme.rules.min_age
    if not youngest < needed <= oldest:
        return None
    return Question(kind=QuestionKind.AGE, needed=needed)


def _grade_not_known(programme: Programme, profile: Profile) -> Question | None:
    grades = grades_for(programme, profile)
    if grades is None or profile.grade is not None:
        return None
    return Question(kind=QuestionKind.GRADE, needed=grades)


def _education_not_known(programme: Programme, profile: Profile) -> Question | None:
    if education_of(profile) is not None or not needs_education(programme):
        return None
    return Question(kind=QuestionKind.EDUCATION, needed=OPENING)


def _profession_not_known(programme: Programme, profile: Profile) -> Question | None:
    if profile.profession is not None or not needs_profession(programme):
        return None
    return Question(kind=QuestionKind.PROFESSION)


def _experience_not_known(programme: Programme, profile: Profile) -> Question | None:
    if not programme.rules.experience or profile.experience is not None:
        return None
    return Question(kind=QuestionKind.EXPERIENCE, about=programme.sector)


def _levels_not_asked(programme: Programme, profile: Profile) -> tuple[Question, ...]:
    """Trade levels are not asked of pupils; level 0 is everybody's."""
    if profile.audience is Audience.PUPIL:
        return ()
    return tuple(
        Question(kind=QuestionKind.LEVEL, about=competency, needed=level)
        for competency, level in sorted(programme.requires.items())
        if level > 0 and competency not in profile.levels
    )


_QUESTIONS: tuple[Callable[[Programme, Profile], Question | None], ...] = (
    _age_not_certain,
    _grade_not_known,
    _education_not_known,
    _profession_not_known,
    _experience_not_known,
)
