"""The result on one page, to print or to pass on."""

from datetime import date

from bot.domain.network import Dictionaries
from bot.domain.operator import Operator
from bot.domain.questionnaires import SKIP, Form, Result, levels
from bot.drawings import as_recipe
from bot.drawings.sheet import Block, Sheet
from bot.texts import Texts
from bot.views import answers, dates, findings
from bot.views.nav import menu
from bot.views.results import ShowResult
from bot.views.screen import Attachment, Button, Screen

TRIES = 6
EXAMPLES = 4
TALKS = 3


def sheet(found: Result, on: date, names: Dictionaries, operator: Operator, t: Texts) -> Screen:
    """`on`: the day when the run was finished."""
    pairs = bool(found.form.questionnaire.pairs)
    page = Sheet(
        title=found.form.questionnaire.title.in_(t.language),
        subtitle=_subtitle(found.form, on, t),
        blocks=(*(_interests if pairs else _skills)(found, names, t), *_talk(found, names, t)),
        footer=_footer(pairs, operator, t),
        language="en" if t.language == "en" else "ru",
    )
    code = "interests" if pairs else "skills"
    name = t.plain(f"results-sheet-{code}")
    result = Button(t.plain("results-to-result"), ShowResult(run=found.form.run.id), "")
    return Screen(
        text=t("results-sheet"),
        nav=(result, menu(t)),
        attachment=Attachment(name=name, recipe=as_recipe(page)),
    )


def _subtitle(form: Form, on: date, t: Texts) -> str:
    given = sum(1 for item in form.items if form.value(item.id) not in (None, SKIP))
    return t.plain(
        "results-sheet-subtitle",
        date=t.plain("results-sheet-date", day=dates.short(on, t), year=str(on.year)),
        count=given,
        version=str(form.run.version),
    )


def _interests(found: Result, names: Dictionaries, t: Texts) -> list[Block]:
    form = found.form
    leading = findings.leading_words(form, t) or t.plain("results-sheet-flat")
    bars = tuple(findings.interest_bars(found, t))
    return [
        Block(heading=t.plain("results-sheet-leading"), lines=(leading,), bars=bars),
        _block("results-sheet-try", findings.tries(form, TRIES, t), t),
        _block("results-sheet-why", findings.why(form, EXAMPLES, names, t), t),
    ]


def _skills(found: Result, names: Dictionaries, t: Texts) -> list[Block]:
    form = found.form
    general = {item.competency for item in form.questionnaire.items_of([None])}
    rated = levels(form)
    bars = {
        "results-sheet-trade": [code for code in rated if code not in general],
        "results-sheet-general": [code for code in rated if code in general],
    }
    wishes = [
        t.plain(
            "questionnaires-review-named",
            name=answers.asked(form, step, t),
            answer=answers.given(form, step, names, t),
        )
        for step in form.questions
        if not step.kind.is_item
    ]
    return [
        *(
            Block(
                heading=t.plain(heading),
                lines=(),
                bars=tuple(findings.skill_bars(found, codes, names, t)),
            )
            for heading, codes in bars.items()
            if codes
        ),
        _block("results-sheet-wishes", wishes, t),
    ]


def _talk(found: Result, names: Dictionaries, t: Texts) -> list[Block]:
    talks = [t.plain(f"results-sheet-talk-{n}") for n in range(1, TALKS + 1)]
    changed = findings.changed(found, names, t)
    blocks = [_block("results-sheet-changed", changed, t)] if changed else []
    return [*blocks, _block("results-sheet-talk", talks, t)]


def _block(heading: str, lines: list[str], t: Texts) -> Block:
    return Block(heading=t.plain(heading), lines=tuple(lines))


def _footer(pairs: bool, operator: Operator, t: Texts) -> str:
    note = t.plain("results-interests-note" if pairs else "results-skills-note")
    return t.plain(
        "results-sheet-footer",
        note=note,
        name=operator.name,
        phone=operator.phone,
        site=operator.site,
    )
