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
from bot.views.programmes import ShowMatches
from bot.views.results import ShowResult
from bot.views.screen import Attachment, Button, Screen

TRIES = 6
EXAMPLES = 4
TALKS = 3


def sheet(found: Result, on: date, names: Dictionaries, operator: Operator, t: Texts) -> Screen:
    """`on`: the day when the run was finished."""
    kind = "interests" if found.form.questionnaire.pairs else "skills"
    blocks = _interests(found, names, t) if kind == "interests" else _skills(found, names, t)
    page = Sheet(
        title=found.form.questionnaire.title.in_(t.language),
        subtitle=_subtitle(found.form, on, t),
        blocks=(*blocks, *_changes(found, names, t), _talk(kind, t)),
        footer=_footer(kind, operator, t),
        language="en" if t.language == "en" else "ru",
    )
    result = Button(t.plain("results-to-result"), ShowResult(run=found.form.run.id), "")
    return Screen(
        text=t("results-sheet"),
        choices=(Button(t.plain("results-to-matches"), ShowMatches()),),
        nav=(result, menu(t)),
        attachment=Attachment(name=t.plain(f"results-sheet-{kind}"), recipe=as_recipe(page)),
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
    leading = findings.sentence(findings.leading_words(form, t)) or t.plain("results-sheet-flat")
    tries = [findings.sentence(one) for one in findings.tries(form, TRIES, t)]
    bars = tuple(findings.interest_bars(found, t))
    return [
        Block(
            heading=t.plain("results-sheet-leading"),
            lines=(leading, *findings.legend(found, t)),
            bars=bars,
        ),
        _block("results-sheet-try", tries, t),
        _block("results-sheet-why", findings.why(form, EXAMPLES, names, t), t),
    ]


def _skills(found: Result, names: Dictionaries, t: Texts) -> list[Block]:
    form = found.form
    general, rated = findings.general(form), levels(form)
    bars = {
        "results-sheet-trade": [code for code in rated if code not in general],
        "results-sheet-general": [code for code in rated if code in general],
    }
    wishes = [
        answers.line(form, step, names, t) for step in form.questions if not step.kind.is_item
    ]
    return [
        *(
            Block(
                heading=t.plain(heading),
                lines=tuple(findings.legend(found, t)),
                bars=tuple(findings.skill_bars(found, codes, names, t)),
            )
            for heading, codes in bars.items()
            if codes
        ),
        _block("results-sheet-wishes", wishes, t),
    ]


def _changes(found: Result, names: Dictionaries, t: Texts) -> list[Block]:
    changed = findings.changed(found, names, t)
    return [_block("results-sheet-changed", changed, t)] if changed else []


def _talk(kind: str, t: Texts) -> Block:
    talks = [t.plain(f"results-sheet-talk-{kind}-{n}") for n in range(1, TALKS + 1)]
    return _block("results-sheet-talk", talks, t)


def _block(heading: str, lines: list[str], t: Texts) -> Block:
    return Block(heading=t.plain(heading), lines=tuple(lines))


def _footer(kind: str, operator: Operator, t: Texts) -> str:
    return t.plain(
        "results-sheet-footer",
        note=t.plain(f"results-{kind}-note"),
        name=operator.name,
        phone=operator.phone,
        site=operator.site,
    )
