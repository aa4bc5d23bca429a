"""One question at a time, in one message; and the few screens between questions and result."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.domain.questionnaires import (
    AGAIN,
    ANYWAY,
    CARE_STEP,
    DEEPER_STEP,
    DONE,
    MORE,
    REVIEW_STEP,
    SECTORS,
    SKIP,
    STOP,
    UNPICK,
    StepKind,
)
from bot.texts import Html, Texts
from bot.views import answers
from bot.views.callbacks import Callback
from bot.views.nav import back, menu
from bot.views.questionnaires import SHOWN, Answer, Asking, Begin, Type
from bot.views.results import ShowResult
from bot.views.screen import Button, Screen, shortened

BAR = 10  # segments
FEWEST_LETTERS = 3  # of a label; fewer are in many
LONGEST_ANSWER = 62  # characters, in the list of all answers


def question(asking: Asking) -> Screen:
    return _DRAWN[asking.step.kind](asking)


def _pair(asking: Asking) -> Screen:
    t = asking.t
    pair = next(pair for pair in asking.form.questionnaire.pairs if pair.id == asking.step.id)
    a, b = pair.a.wording.in_(t.language), pair.b.wording.in_(t.language)
    choices = [
        asking.option(t.plain("questionnaires-a"), "a", t.plain("questionnaires-key-a")),
        asking.option(t.plain("questionnaires-b"), "b", t.plain("questionnaires-key-b")),
        asking.option(t.plain("questionnaires-neither"), SKIP, "3"),
        *_enough(asking),
    ]
    ask = _instruction(asking) or t("questionnaires-pair-ask")
    return _asked(asking, [ask, t("questionnaires-pair", a=a, b=b), _current(asking)], choices)


def _enough(asking: Asking) -> list[Button]:
    """The way out of what is asked on top of the first round."""
    form, label = asking.form, asking.t.plain("questionnaires-enough")
    if form.run.is_finished:
        return []
    if form.value(CARE_STEP.id) == AGAIN:
        return [asking.button(label, ANYWAY, "4", CARE_STEP.id)]
    if form.value(DEEPER_STEP.id) == MORE:
        return [asking.button(label, STOP, "4", DEEPER_STEP.id)]
    return []


def _scale(asking: Asking) -> Screen:
    t, form = asking.t, asking.form
    item = next(item for item in form.questionnaire.items if item.id == asking.step.id)
    about = [_instruction(asking)]
    if item.sector:
        sector = answers.name(asking.names.sectors[item.sector], t)
        about.append(t("questionnaires-about", sector=sector))
    choices = [
        asking.option(
            t.plain("questionnaires-level", level=str(level), words=worded.in_(t.language)),
            str(level),
            str(level),
        )
        for level, worded in (form.questionnaire.scale or {}).items()
        if not asking.only or str(level) in asking.only
    ]
    statement = t("questionnaires-statement", words=item.wording.in_(t.language))
    skip = asking.button(t.plain("questionnaires-skip"), SKIP, "")
    extra = _more(asking) if asking.only else [skip]
    return _asked(asking, [*about, statement, _current(asking)], choices, *extra)


def _several(asking: Asking) -> Screen:
    t, step = asking.t, asking.step
    picked = step.picked(asking.form.answers.get(step.id))
    choices = []
    for value in asking.on_page:
        label = answers.option(step, value, asking.names, t)
        ticked = (asking.ticked(label), UNPICK + value)
        button = asking.button(*(ticked if value in picked else (label, value)))
        choices.append(asking.counted(button, value))
    end = "questionnaires-done" if picked else f"questionnaires-none-{step.id}"
    choices.append(asking.button(t.plain(end), DONE, asking.end_key))
    said = [_paged_ask(asking), _current(asking) if picked else None]
    if len(picked) == step.most < len(step.options) - 1:
        said.append(t("questionnaires-full"))
    return _asked(asking, said, choices, *_more(asking))


def _city(asking: Asking) -> Screen:
    t, step = asking.t, asking.step
    choices = [
        asking.counted(asking.option(answers.option(step, value, asking.names, t), value), value)
        for value in asking.on_page
    ]
    anywhere = answers.option(step, step.options[-1], asking.names, t)
    choices.append(asking.option(anywhere, step.options[-1], asking.end_key))
    return _asked(asking, [_paged_ask(asking), _current(asking)], choices, *_more(asking))


def _paged_ask(asking: Asking) -> Html:
    t = asking.t
    ask = t(f"questionnaires-ask-{asking.step.id}")
    if asking.pages == 1:
        return ask
    return _joined([ask, t("questionnaires-page", page=asking.opened + 1, pages=asking.pages)], " ")


def _one(asking: Asking) -> Screen:
    t, step = asking.t, asking.step
    choices = [
        asking.option(answers.option(step, value, asking.names, t), value) for value in step.options
    ]
    return _asked(asking, [t(f"questionnaires-ask-{step.id}"), _current(asking)], choices)


def _deeper(asking: Asking) -> Screen:
    t = asking.t
    choices = (
        asking.button(t.plain("questionnaires-deeper-stop"), STOP),
        asking.button(t.plain("questionnaires-deeper-more"), MORE),
    )
    return Screen(text=t("questionnaires-deeper"), choices=choices, nav=_nav(asking))


def _review(asking: Asking) -> Screen:
    t, form = asking.t, asking.form
    said = [t("questionnaires-review", page=asking.opened + 1, pages=asking.pages)]
    choices = []
    for step in (step for step in form.questions if step.id in asking.on_page):
        answer = answers.line(form, step, asking.names, t)
        choices.append(asking.counted(Button(answer, asking.show(step)), step.id))
        number = str(asking.listed.index(step.id) + 1)
        shown = shortened(answer, LONGEST_ANSWER)
        said.append(t("questionnaires-review-line", number=number, answer=shown))
    end, key = t.plain("questionnaires-review-done"), asking.end_key
    finished = Button(end, ShowResult(run=form.run.id), key)
    choices.append(finished if form.run.is_finished else asking.button(end, DONE, key))
    return Screen(text=_joined(said, "\n"), choices=choices, nav=_nav(asking, *_next(asking)))


def ready(asking: Asking) -> Screen:
    """All is answered; who wants to look through the answers first may."""
    t = asking.t
    choices = (
        asking.button(t.plain("questionnaires-show-result"), DONE),
        Button(t.plain("questionnaires-check"), asking.show(REVIEW_STEP)),
    )
    return Screen(text=t("questionnaires-ready"), choices=choices, nav=(menu(t),))


def _care(asking: Asking) -> Screen:
    """Asked kindly, and never a condition."""
    t, form = asking.t, asking.form
    again = t.plain("questionnaires-care-again", count=len(form.again))
    choices = (
        asking.button(again, AGAIN),
        asking.button(t.plain("questionnaires-care-anyway"), ANYWAY),
    )
    text = t(f"questionnaires-care-{form.carelessness}")
    return Screen(text=text, choices=choices, nav=_nav(asking))


def labelled(asking: Asking, typed: str) -> list[Answer]:
    """Answers of this screen on whose buttons the typed words stand."""
    words, screen = typed.strip().casefold(), question(asking)
    if len(words) < FEWEST_LETTERS:
        return []
    buttons = [
        button for button in [*screen.choices, *screen.nav] if words in button.label.casefold()
    ]
    return [button.action for button in buttons if isinstance(button.action, Answer)]


def understood(asking: Asking, value: str) -> Html | None:
    """What a typed name was taken for."""
    if asking.step.kind.is_item:
        return None
    answer = answers.option(asking.step, value, asking.names, asking.t)
    return asking.t("questionnaires-understood", answer=answer)


def unclear(asking: Asking, meant: tuple[str, ...]) -> Screen:
    """The same question after a typed answer that may mean several things, or nothing."""
    t, kind = asking.t, asking.step.kind
    if meant and kind is not StepKind.PAIR:
        return question(replace(asking, note=t("questionnaires-which"), only=meant))
    own = f"questionnaires-not-understood-{kind}"
    return question(replace(asking, note=t(own if t.has(own) else "questionnaires-not-understood")))


def closed(run: int, t: Texts) -> Screen:
    """What is left of the last question: nothing can be answered there any more."""
    result = Button(t.plain("questionnaires-show-result"), ShowResult(run=run))
    return Screen(text=t("questionnaires-closed"), choices=(result,), nav=(menu(t),))


_DRAWN: dict[StepKind, Callable[[Asking], Screen]] = {
    StepKind.PAIR: _pair,
    StepKind.SCALE: _scale,
    StepKind.SEVERAL: _several,
    StepKind.CITY: _city,
    StepKind.ONE: _one,
    StepKind.DEEPER: _deeper,
    StepKind.REVIEW: _review,
    StepKind.CARE: _care,
}


def _asked(
    asking: Asking, said: Sequence[Html | None], choices: Sequence[Button], *extra: Button
) -> Screen:
    """`said` after the progress; `extra` joins the ways on."""
    return Screen(
        text=_joined([_progress(asking), asking.note, *said]),
        choices=choices,
        nav=_nav(asking, *extra),
        expects=Type(run=asking.form.run.id, step=asking.step.id),
    )


def _progress(asking: Asking) -> Html:
    form, t = asking.form, asking.t
    if form.run.is_finished and form.is_closed(asking.step):
        return t("questionnaires-correcting")
    if asking.step.id == SECTORS:  # the answer decides how many questions follow
        return t("questionnaires-progress-first")
    total = len(form.questions)
    number = form.questions.index(asking.step) + 1
    filled = max(1, BAR * number // total)
    bar = "▰" * filled + "▱" * (BAR - filled)
    return t("questionnaires-progress", number=number, total=total, bar=bar)


def _instruction(asking: Asking) -> Html | None:
    """With the first of the items."""
    form, t = asking.form, asking.t
    if asking.step != form.items[0] or form.run.is_finished:
        return None
    return t("questionnaires-instruction", words=form.questionnaire.instruction.in_(t.language))


def _current(asking: Asking) -> Html | None:
    if asking.current is None:
        return None
    answer = answers.given(asking.form, asking.step, asking.names, asking.t)
    return asking.t("questionnaires-current", answer=answer)


def _more(asking: Asking) -> list[Button]:
    if asking.only:
        return [Button(asking.t.plain("questionnaires-all"), asking.show(asking.step), "")]
    if asking.pages == 1:
        return []
    page = (asking.opened + 1) % asking.pages
    return [Button(asking.t.plain("nav-more"), asking.show(asking.step, page), "")]


def _next(asking: Asking) -> list[Button]:
    """To the next page of the answers; they have an end."""
    page = asking.opened + 1
    if page == asking.pages:
        return []
    return [Button(asking.t.plain("questionnaires-next"), asking.show(asking.step, page), "")]


def _nav(asking: Asking, *extra: Button) -> list[Button]:
    before, t = _before(asking), asking.t
    return [*([back(t, before)] if before else []), *extra, menu(t)]


def _before(asking: Asking) -> Callback | None:
    """The list of answers once it is there, else the question before."""
    form, step = asking.form, asking.step
    if step == REVIEW_STEP and asking.opened:
        return asking.show(step, asking.opened - 1)
    if step == REVIEW_STEP:
        result, onward = ShowResult(run=form.run.id), Begin(questionnaire=form.run.questionnaire)
        return result if form.run.is_finished else onward
    if form.run.is_finished or (form.next == REVIEW_STEP and step.kind.is_question):
        return asking.show(REVIEW_STEP, form.questions.index(step) // SHOWN)
    before = form.before(step)
    return asking.show(before) if before else None


def _joined(said: Sequence[Html | None], gap: str = "\n\n") -> Html:
    return Html(gap.join(line for line in said if line))
