"""The result of a questionnaire: in words, as a picture, and where to go from there."""

from collections.abc import Sequence

from bot.domain.network import Dictionaries
from bot.domain.questionnaires import (
    DEEPER_STEP,
    MORE,
    REVIEW_STEP,
    SECTORS,
    STOP,
    WANTS,
    Form,
    Result,
    tallies,
)
from bot.drawings import as_recipe
from bot.drawings.bars import Bar, Bars
from bot.texts import Html, Texts
from bot.views import findings
from bot.views.answers import name
from bot.views.callbacks import Callback
from bot.views.nav import back, human, menu
from bot.views.programmes import ShowMatches
from bot.views.questionnaires import Again, Begin, Correct, Show
from bot.views.screen import Attachment, Button, Screen, shortened
from bot.views.trajectories.buttons import GoWants

TRIES_SHOWN = 4
WHY_SHOWN = 2  # answers
ROOM_FOR_REASONS = 310  # characters


class ShowLatest(Callback, code="rl"):
    """The newest result of any questionnaire."""


class ShowResult(Callback, code="rs"):
    run: int


class ShowWhy(Callback, code="rw"):
    run: int


class ShowSheet(Callback, code="rp"):
    run: int


class ToRetake(Callback, code="rt"):
    run: int


def result(found: Result, names: Dictionaries, t: Texts) -> Screen:
    if found.form.questionnaire.pairs:
        return _interests(found, names, t) if tallies(found.form) else _empty(found.form, t)
    return _skills(found, names, t)


def _interests(found: Result, names: Dictionaries, t: Texts) -> Screen:
    form = found.form
    bars = findings.interest_bars(found, t)
    leading = findings.leading_words(form, t)
    tries = findings.tries(form, TRIES_SHOWN, t)
    said = [
        t("results-leading", areas=leading) if leading else t("results-flat"),
        t("results-chosen", groups=findings.likings(form, t)),
        _listed(t("results-try"), tries, t),
        *_remarks(found, names, t),
        t("results-interests-note"),
        t("results-discuss"),
    ]
    return _shown(found, "results-interests", said, bars, t)


def _skills(found: Result, names: Dictionaries, t: Texts) -> Screen:
    form = found.form
    strong = findings.strongest(form)
    lines = findings.told(findings.skill_bars(found, strong, names, t), t)
    sectors = [name(names.sectors[code], t) for code in form.picked(SECTORS)]
    bars = findings.skill_bars(found, dict.fromkeys((*strong, *form.picked(WANTS))), names, t)
    said = [
        _listed(t("results-strengths"), lines, t) if lines else t("results-no-strengths"),
        _listed(t("results-wants"), findings.wants(found, names, t), t),
        t("results-sectors", sectors=", ".join(sectors)) if sectors else None,
        *_remarks(found, names, t),
        t("results-skills-note"),
    ]
    return _shown(found, "results-skills", said, bars, t)


def _remarks(found: Result, names: Dictionaries, t: Texts) -> list[Html]:
    remarks = [t("results-preliminary")] if found.form.is_preliminary else []
    changed = findings.changed(found, names, t)
    return [*remarks, *(t("results-remark", text=line) for line in changed)]


def _listed(heading: Html, lines: Sequence[str], t: Texts) -> Html | None:
    listed = [t("results-line", line=line) for line in lines]
    return Html("\n".join([heading, *listed])) if listed else None


def _shown(
    found: Result, title: str, said: Sequence[Html | None], bars: Sequence[Bar], t: Texts
) -> Screen:
    """The text says all that the picture shows; the picture bears the title where there is one."""
    picture, heading = None, t("results-title", title=t.plain(title))
    if bars:
        kind = "interests" if found.form.questionnaire.pairs else "skills"
        note = " ".join([t.plain(f"results-bars-{kind}"), *findings.legend(found, t)])
        drawn = Bars(title=t.plain(title), bars=tuple(bars), note=note)
        picture = Attachment(name="result.png", recipe=as_recipe(drawn), photo=True)
    return Screen(
        text=Html("\n\n".join(line for line in [None if picture else heading, *said] if line)),
        choices=_ways_on(found.form, t),
        nav=[*_towards_wants(found.form, t), human(t), menu(t)],
        attachment=picture,
    )


def _ways_on(form: Form, t: Texts) -> list[Button]:
    run = form.run.id
    retake = "results-to-more" if _is_quick(form) else "results-again"
    return [
        Button(t.plain("results-to-matches"), ShowMatches()),
        Button(t.plain("results-to-why"), ShowWhy(run=run)),
        Button(t.plain("results-to-sheet"), ShowSheet(run=run)),
        Button(t.plain("results-to-review"), Show(run=run, step=REVIEW_STEP.id)),
        Button(t.plain(retake), ToRetake(run=run)),
    ]


def _towards_wants(form: Form, t: Texts) -> list[Button]:
    wanted = not form.questionnaire.pairs and form.picked(WANTS)
    return [Button(t.plain("trajectories-build"), GoWants(), "")] if wanted else []


def _is_quick(form: Form) -> bool:
    """Only the first round was asked."""
    return form.value(DEEPER_STEP.id) == STOP


def _empty(form: Form, t: Texts) -> Screen:
    choices = (
        Button(t.plain("results-again"), Again(questionnaire=form.questionnaire.code)),
        Button(t.plain("results-to-matches"), ShowMatches()),
    )
    return Screen(text=t("results-empty"), choices=choices, nav=(human(t), menu(t)))


def none(questionnaire: str, t: Texts) -> Screen:
    begin = Button(t.plain("results-begin"), Begin(questionnaire=questionnaire))
    return Screen(text=t("results-none"), choices=(begin,), nav=(human(t), menu(t)))


def why(found: Result, names: Dictionaries, t: Texts) -> Screen:
    form = found.form
    crowded = bool(form.questionnaire.pairs) and len(findings.areas(form)) > 2
    lines = findings.why(form, 1 if crowded else WHY_SHOWN, names, t)
    longest = ROOM_FOR_REASONS // max(1, len(lines))
    text = _listed(t("results-why"), [shortened(line, longest) for line in lines], t)
    choices = (
        Button(t.plain("results-to-matches"), ShowMatches()),
        Button(t.plain("results-to-review"), Show(run=form.run.id, step=REVIEW_STEP.id)),
    )
    nav = (Button(t.plain("results-to-result"), ShowResult(run=form.run.id), ""), menu(t))
    return Screen(text=text or t("results-empty"), choices=choices, nav=nav)


def retake(form: Form, t: Texts) -> Screen:
    again = Again(questionnaire=form.questionnaire.code)
    choices = [Button(t.plain("results-again"), again)]
    if _is_quick(form):
        more = Correct(run=form.run.id, step=DEEPER_STEP.id, value=MORE)
        choices.insert(0, Button(t.plain("questionnaires-deeper-more"), more))
    nav = (back(t, ShowResult(run=form.run.id)), menu(t))
    text = t("results-retake" if _is_quick(form) else "results-retake-whole")
    return Screen(text=text, choices=choices, nav=nav)
