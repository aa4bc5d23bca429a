"""From the first question to the last, and back to any of them."""

from bot.domain.questionnaires import REVIEW_STEP, Form, Progress, Step
from bot.handlers import results
from bot.handlers.routing import Answer, Route, Turn, press, reply
from bot.texts import Html
from bot.views import questionnaires as views
from bot.views.questionnaires import Asking
from bot.views.questions import closed, labelled, question, ready, unclear, understood
from bot.views.results import ShowResult
from bot.views.screen import Screen


def begin(turn: Turn, code: str) -> Answer:
    """Goes on where the person stopped; a result that is there is shown."""
    progress = turn.desk.questionnaires.state(turn.person, code)
    if progress is Progress.FINISHED:
        return results.show_latest(turn, code)
    note = turn.t("questionnaires-resumed") if progress is Progress.OPEN else None
    return _onward(turn, turn.desk.questionnaires.begin(turn.person, code), note=note)


def begin_pressed(turn: Turn, button: views.Begin) -> Answer:
    return begin(turn, button.questionnaire)


def again(turn: Turn, button: views.Again) -> Answer:
    return _onward(turn, turn.desk.questionnaires.begin(turn.person, button.questionnaire))


def answer(turn: Turn, button: views.Answer, note: Html | None = None) -> Answer:
    """Pressed late, in a run that is finished, it changes nothing."""
    service = turn.desk.questionnaires
    if service.form(turn.person, button.run).run.is_finished:
        return closed(button.run, turn.t)
    form = service.answer(turn.person, button.run, button.step, button.value)
    return _onward(turn, form, after=button, note=note)


def correct(turn: Turn, button: views.Correct) -> Screen:
    service = turn.desk.questionnaires
    form = service.correct(turn.person, button.run, button.step, button.value)
    asking = _asking(turn, form, form.next or REVIEW_STEP)
    return question(asking.after(button.step, button.value))


def show(turn: Turn, button: views.Show) -> Screen:
    form = turn.desk.questionnaires.form(turn.person, button.run)
    step = form.find(button.step) or form.next
    if step is None or (form.run.is_finished and not step.kind.is_question):
        step = REVIEW_STEP
    return question(_asking(turn, form, step, page=button.page))


def typed(turn: Turn, asked: tuple[views.Type, str]) -> Answer:
    expected, text = asked
    service = turn.desk.questionnaires
    form = service.form(turn.person, expected.run)
    step = form.find(expected.step)
    if step is None:
        return show(turn, views.Show(run=expected.run, step=expected.step))
    meant = service.meant(form, step, text)
    asking = _asking(turn, form, step)
    if len(meant) == 1:
        said = asking.answer(meant[0])
    elif (step.kind.is_item or not meant) and len(found := labelled(asking, text)) == 1:
        said = found[0]
    else:
        return unclear(asking, meant)
    if isinstance(said, views.Correct):
        return correct(turn, said)
    return answer(turn, said, understood(asking, said.value))


def _onward(
    turn: Turn, form: Form, *, after: views.Answer | None = None, note: Html | None = None
) -> Answer:
    """What is asked next; the result when that was all."""
    run = form.run.id
    if form.run.is_finished or form.next is None:
        return [closed(run, turn.t), results.show(turn, ShowResult(run=run))]
    asking = _asking(turn, form, form.next, note=note)
    if form.next == REVIEW_STEP and not _changes(form, after):
        return ready(asking)
    return question(asking.after(after.step, after.value) if after else asking)


def _changes(form: Form, after: views.Answer | None) -> bool:
    """An answer was changed in the list: that is where the person goes on."""
    return after is not None and after.step not in (form.questions[-1].id, REVIEW_STEP.id)


def _asking(
    turn: Turn, form: Form, step: Step, *, page: int = 0, note: Html | None = None
) -> Asking:
    names = turn.desk.world.dictionaries
    return Asking(form=form, step=step, names=names, t=turn.t, page=page, note=note)


ROUTES: list[Route] = [
    press(views.Begin, begin_pressed),
    press(views.Again, again),
    press(views.Answer, answer),
    press(views.Correct, correct),
    press(views.Show, show),
    reply(views.Type, typed),
]
