"""What is known of a person for matching: facts, and what the newest answers say."""

from datetime import datetime

from bot.domain.network import Audience, DayPart, Format, Interest
from bot.domain.people import AgeBand, Education, Person, Role
from bot.domain.profiles import Profile
from bot.domain.questionnaires import (
    DAYPART,
    EXPERIENCE,
    FORMAT,
    NO,
    PROFESSION,
    SECTORS,
    WANTS,
    YES,
    Form,
    levels,
    tallies,
)
from bot.services.questionnaires import QuestionnaireService
from bot.services.world import World
from bot.storage.transaction import Transaction

PROFESSIONS = {YES: True, NO: False}


class ProfileService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._questionnaires = QuestionnaireService(tx, world, now)
        self._today = now.astimezone(world.rules.zone).date()

    def of(self, person: Person) -> Profile:
        """Guardians and teachers look for those who are at school."""
        # Who studies at a college is past school, at any age.
        adult = person.role is Role.ADULT or person.education is Education.STUDYING
        interests = self._newest(person, "interests")
        skills = self._newest(person, "skills")
        profession = skills.value(PROFESSION) if skills else None
        return Profile(
            audience=Audience.ADULT if adult else Audience.PUPIL,
            age_band=person.age_band or (AgeBand.FROM_18 if adult else AgeBand.FROM_14),
            today=self._today,
            grade=person.grade,
            education=person.education,
            profession=None if profession is None else PROFESSIONS.get(profession),
            experience=_experience(skills),
            city=person.city,
            formats=frozenset(map(Format, _picked(skills, FORMAT))),
            dayparts=frozenset(map(DayPart, _picked(skills, DAYPART))),
            interests=_shares(interests),
            sectors=_picked(skills, SECTORS),
            levels=levels(skills) if skills else {},
            wants=frozenset(_picked(skills, WANTS)),
        )

    def _newest(self, person: Person, code: str) -> Form | None:
        result = self._questionnaires.latest(person, code)
        return result.form if result else None


def _shares(form: Form | None) -> dict[Interest, float]:
    return {i: tally.share for i, tally in tallies(form).items()} if form else {}


def _experience(form: Form | None) -> frozenset[str] | None:
    asked = form is not None and form.value(EXPERIENCE) is not None
    return frozenset(_picked(form, EXPERIENCE)) if asked else None


def _picked(form: Form | None, step_id: str) -> tuple[str, ...]:
    return form.picked(step_id) if form else ()
