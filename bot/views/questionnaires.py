"""The buttons of questionnaires, and a step with all that is needed to draw it."""

from dataclasses import dataclass, replace

from bot.domain.network import Dictionaries
from bot.domain.questionnaires import UNPICK, Form, Step, StepKind
from bot.texts import Html, Texts
from bot.views.callbacks import Callback
from bot.views.screen import Button

SHOWN = 4  # options of one page; the fifth choice ends the question


class Begin(Callback, code="qb"):
    """Goes on with an open run; shows the result of a finished one."""

    questionnaire: str


class Again(Callback, code="qn"):
    """A new run although there is a result."""

    questionnaire: str


class Answer(Callback, code="qa"):
    run: int
    step: str
    value: str


class Correct(Answer, code="qc"):
    """In a finished run, where an old button of a question changes nothing."""


class Show(Callback, code="qs"):
    run: int
    step: str
    page: int = 0


class Type(Callback, code="qt"):
    """The next typed text answers this step."""

    run: int
    step: str


@dataclass(frozen=True, kw_only=True)
class Asking:
    form: Form
    step: Step
    names: Dictionaries
    t: Texts
    page: int = 0
    note: Html | None = None  # above the question
    only: tuple[str, ...] = ()  # the options that a typed text may have meant

    @property
    def current(self) -> str | None:
        """The stored value of this step."""
        return self.form.value(self.step.id)

    @property
    def listed(self) -> tuple[str, ...]:
        """What comes in pages: options, or the questions of a review."""
        if self.step.kind is StepKind.REVIEW:
            return tuple(step.id for step in self.form.questions)
        return self.only or self.step.options[:-1]  # the last one ends the question

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.listed) // SHOWN))

    @property
    def opened(self) -> int:
        """The page that is shown, from 0."""
        return self.page % self.pages

    @property
    def on_page(self) -> tuple[str, ...]:
        first = self.opened * SHOWN
        return self.listed[first : first + SHOWN]

    def counted(self, button: Button, listed: str) -> Button:
        """With the number of what it stands for, which runs through all the pages."""
        number = self.listed.index(listed) + 1
        return Button(f"{number}. {button.label}", button.action, str(number))

    @property
    def end_key(self) -> str | None:
        """Of the choice after those that are listed: no number where those on the pages differ."""
        return None if self.pages == 1 else ""

    def after(self, step_id: str, value: str) -> "Asking":
        """At the page where the answer just given is listed; a review begins at its first."""
        changed = value.removeprefix(UNPICK) if step_id == self.step.id else step_id
        new = changed not in self.listed or changed == self.form.questions[-1].id
        return replace(self, page=0 if new else self.listed.index(changed) // SHOWN)

    def button(self, label: str, value: str, key: str | None = None, step: str = "") -> Button:
        return Button(label, self.answer(value, step), key)

    def answer(self, value: str, step: str = "") -> Answer:
        """To this step unless another is named."""
        kind = Correct if self.form.run.is_finished else Answer
        return kind(run=self.form.run.id, step=step or self.step.id, value=value)

    def option(self, label: str, value: str, key: str | None = None) -> Button:
        """Ticked while it is the answer."""
        return self.button(self.ticked(label) if value == self.current else label, value, key)

    def ticked(self, label: str) -> str:
        return self.t.plain("questionnaires-chosen", label=label)

    def show(self, step: Step, page: int = 0) -> Show:
        return Show(run=self.form.run.id, step=step.id, page=page)
