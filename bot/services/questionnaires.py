"""Filling in questionnaires: any press may come twice, late or after days."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.catalog.names import closest
from bot.domain.errors import NotFound
from bot.domain.network import City, Competency, Sector
from bot.domain.people import Person
from bot.domain.questionnaires import (
    AGAIN,
    ANY,
    ANYWAY,
    CARE_STEP,
    CITY,
    SECTORS,
    Form,
    Progress,
    Result,
    Run,
    Step,
    StepKind,
)
from bot.services.world import World
from bot.storage.transaction import Transaction

# What people call work of a direction where neither programmes nor skills are called so.
ALSO_CALLED = {
    "transport": ("водитель", "шофёр", "driver"),
    "education": ("учитель", "воспитатель", "педагог", "teacher"),
    "services": ("кондитер", "официант", "бармен", "cook", "waiter"),
    "construction": ("прораб", "маляр", "builder"),
    "health": ("врач", "медсестра", "сиделка", "nurse", "doctor"),
    "agro": ("тракторист", "фермер", "farmer"),
}
LETTERS = {"a": "a", "а": "a", "1": "a", "b": "b", "б": "b", "2": "b"}  # Latin and Cyrillic


class QuestionnaireService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._world = world
        self._now = now

    def state(self, person: Person, code: str) -> Progress:
        runs = self._runs(person, code)
        if not runs:
            return Progress.NEW
        return Progress.FINISHED if all(run.is_finished for run in runs) else Progress.OPEN

    def begin(self, person: Person, code: str) -> Form:
        """The run that is open, else a new one.

        Finished where a newer version asks nothing more. Raises NotFound.
        """
        if code not in self._world.questionnaires:
            raise NotFound
        self._tx.runs.start(person.id, self._world.questionnaires[code], self._now)
        run = next(run for run in self._runs(person, code) if not run.is_finished)
        return self._settled(person, self._form(run))

    def form(self, person: Person, run_id: int) -> Form:
        """Raises NotFound."""
        run = self._tx.runs.find(run_id)
        if run is None or run.person_id != person.id or not self._is_known(run):
            raise NotFound
        return self._form(run)

    def answer(self, person: Person, run_id: int, step_id: str, value: str) -> Form:
        """Of an open run. What is no answer to a step that could be read changes nothing.

        The last answer finishes the run. Raises NotFound.
        """
        form = self.form(person, run_id)
        if not form.run.is_finished and self._record(person, form, step_id, value):
            return self._settled(person, self.form(person, run_id))
        return form

    def correct(self, person: Person, run_id: int, step_id: str, value: str) -> Form:
        """Another answer in a finished run, or one that is missing there. Raises NotFound."""
        form = self.form(person, run_id)
        if form.run.is_finished and self._record(person, form, step_id, value):
            form = self.form(person, run_id)
        return form

    def meant(self, form: Form, step: Step, typed: str) -> tuple[str, ...]:
        """Which of the step's options typed text may mean, the likeliest first."""
        letter = LETTERS.get(typed.strip(" .)").casefold())
        if step.kind is StepKind.PAIR and letter:
            return (letter,)
        named = closest(typed, self._called(form, step))
        if named or step.id != SECTORS:
            return named
        return closest(typed, {code: self._work_in(code) for code in form.questionnaire.sectors})

    def result(self, person: Person, run_id: int) -> Result:
        """Raises NotFound for a run that is not finished."""
        runs = self._runs(person, None)
        found = next((run for run in runs if run.id == run_id and run.is_finished), None)
        if found is None:
            raise NotFound
        earlier = [
            run
            for run in runs
            if run.is_finished and run.questionnaire == found.questionnaire and run.id < run_id
        ]
        before = self._form(earlier[-1]) if earlier else None
        return Result(form=self._form(found), before=before)

    def latest(self, person: Person, code: str | None = None) -> Result | None:
        """Of this questionnaire, or of any."""
        finished = [run for run in self._runs(person, code) if run.finished_at]
        newest = max(finished, key=lambda run: (run.finished_at, run.id), default=None)
        return self.result(person, newest.id) if newest else None

    def _settled(self, person: Person, form: Form) -> Form:
        """Finished when nothing is left to ask, or when the person does not want more of it."""
        if form.next is not None and form.value(CARE_STEP.id) != ANYWAY:
            return form
        self._tx.runs.finish(form.run.id, self._now)
        return self.form(person, form.run.id)

    def _record(self, person: Person, form: Form, step_id: str, value: str) -> bool:
        step = form.find(step_id)
        before = form.answers.get(step_id)
        after = step.answered(before, value, self._now) if step else None
        if step is None or after is None or form.is_unread(step, self._now):
            return False
        if step == CARE_STEP and before is None and value == AGAIN:
            self._tx.runs.take_back(form.run.id, form.again)
        self._tx.runs.answer(form.run.id, step_id, after)
        if step_id == CITY:
            self._tx.people.save(replace(person, city=None if value == ANY else value))
        return True

    def _called(self, form: Form, step: Step) -> Mapping[str, tuple[str, ...]]:
        """What the options are called, in every language."""
        names = self._world.dictionaries
        if step.kind is StepKind.PAIR:
            pair = next(pair for pair in form.questionnaire.pairs if pair.id == step.id)
            sides = {"a": pair.a.wording, "b": pair.b.wording}
            return {value: (worded.ru, worded.en) for value, worded in sides.items()}
        if step.kind is StepKind.SCALE:
            scale = form.questionnaire.scale or {}
            return {str(level): (worded.ru, worded.en) for level, worded in scale.items()}
        known: dict[str, City | Sector | Competency] = {
            **names.cities,
            **names.sectors,
            **names.competencies,
        }
        named = {code: known[code] for code in step.options if code in known}
        return {code: (one.name_ru, one.name_en) for code, one in named.items()}

    def _work_in(self, sector: str) -> tuple[str, ...]:
        """What is done in a direction: its skills, and the occupations of its programmes."""
        known = self._world.dictionaries.competencies.values()
        skills = [one for one in known if one.group == sector]
        programmes = self._world.catalogue.network.programmes.values()
        return (
            *ALSO_CALLED.get(sector, ()),
            *(name for one in skills for name in (one.name_ru, one.name_en)),
            *(name for one in programmes if one.sector == sector for name in one.occupations),
        )

    def _runs(self, person: Person, code: str | None) -> list[Run]:
        """Oldest first."""
        runs = self._tx.runs.of_person(person.id)
        return [run for run in runs if code in (None, run.questionnaire) and self._is_known(run)]

    def _is_known(self, run: Run) -> bool:
        """Not of a questionnaire that was taken away."""
        return run.questionnaire in self._world.questionnaires

    def _form(self, run: Run) -> Form:
        questionnaire = self._world.questionnaires[run.questionnaire]
        cities = tuple(self._world.dictionaries.cities)
        return Form(questionnaire=questionnaire, run=run, cities=cities)
