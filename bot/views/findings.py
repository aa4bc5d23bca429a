"""What a result says, in plain words: for the chat and for the printed page alike."""

from collections.abc import Iterable, Sequence
from itertools import groupby, islice

from bot.domain.network import Dictionaries, Interest
from bot.domain.questionnaires import (
    CHANGED,
    WANTS,
    Changes,
    Form,
    Result,
    changes,
    choices,
    leading,
    levels,
    ratings,
    strengths,
    tallies,
)
from bot.drawings.bars import Bar
from bot.texts import Texts
from bot.views.answers import name

TRIES = 3  # texts for each interest
FEWEST_AREAS = 2
TOP_LEVEL = 4
STRENGTHS_SHOWN = 4


def areas(form: Form) -> tuple[Interest, ...]:
    """What to look at first: at least two where two were chosen, and all that are equal to them."""
    first: list[Interest] = []
    chosen = [one for one in tallies(form).items() if one[1].chosen]
    for _, equal in groupby(chosen, key=lambda one: one[1].share):
        if len(first) < FEWEST_AREAS:
            first += [interest for interest, _ in equal]
    return tuple(first or Interest)


def leading_words(form: Form, t: Texts) -> str:
    """As one phrase; "" where nothing stands out."""
    does = [t.plain(f"results-does-{interest}") for interest in leading(tallies(form))]
    if len(does) < FEWEST_AREAS:
        return "".join(does)
    return t.plain("results-also", first=does[0], others="; ".join(does[1:]))


def tries(form: Form, count: int, t: Texts) -> list[str]:
    """What one does in a field, of each area in turn: `count`, or one of each area."""
    looked_at = areas(form)
    found = ((area, n) for n in range(1, TRIES + 1) for area in looked_at)
    shown = islice(found, max(count, len(looked_at)))
    return [t.plain(f"results-try-{area}-{n}") for area, n in shown]


def likings(form: Form, t: Texts) -> str:
    """What the bars of interests show, without them: areas by how often they were chosen."""
    counted = tallies(form).items()
    return " ".join(
        t.plain(
            "results-group",
            liking=t.plain(f"results-liking-{liking}"),
            areas=", ".join(_area(interest, t) for interest, _ in group),
        )
        for liking, group in groupby(counted, key=lambda one: one[1].liking)
    )


def interest_bars(result: Result, t: Texts) -> list[Bar]:
    before = tallies(result.before) if result.before else {}
    return [
        Bar(
            label=sentence(_area(interest, t)),
            value=tally.share,
            words=t.plain(f"results-liking-{tally.liking}"),
            before=before[interest].share if interest in before else None,
        )
        for interest, tally in tallies(result.form).items()
    ]


def sentence(text: str) -> str:
    """With a capital letter."""
    return text[:1].upper() + text[1:]


def legend(result: Result, t: Texts) -> list[str]:
    """What the outlines beside the bars are, where there are any."""
    return [t.plain("results-before-note")] if result.before else []


def _area(interest: str, t: Texts) -> str:
    return t.plain(f"results-area-{interest}")


def skill_bars(
    result: Result, competencies: Iterable[str], names: Dictionaries, t: Texts
) -> list[Bar]:
    """Only of what was rated."""
    now = levels(result.form)
    before = levels(result.before) if result.before else {}
    scale = result.form.questionnaire.scale or {}
    return [
        Bar(
            label=name(names.competencies[code], t),
            value=now[code] / TOP_LEVEL,
            words=scale[now[code]].in_(t.language),
            before=before[code] / TOP_LEVEL if code in before else None,
        )
        for code in competencies
        if code in now
    ]


def strongest(form: Form) -> list[str]:
    """Of what is equal, skills of a trade come first."""
    rated, of_everybody = levels(form), general(form)
    trade_first = sorted(rated, key=lambda code: code in of_everybody)
    return strengths({code: rated[code] for code in trade_first})[:STRENGTHS_SHOWN]


def general(form: Form) -> frozenset[str]:
    """Competencies that everybody is asked about, whatever their directions."""
    return frozenset(item.competency for item in form.questionnaire.items_of([None]))


def wants(result: Result, names: Dictionaries, t: Texts) -> list[str]:
    """With the level of today, where it was asked."""
    lines = []
    for code in result.form.picked(WANTS):
        rated = told(skill_bars(result, [code], names, t), t)
        lines += rated or [name(names.competencies[code], t)]
    return lines


def told(bars: Sequence[Bar], t: Texts) -> list[str]:
    """Each bar as a phrase."""
    return [t.plain("results-bar", label=bar.label, words=bar.words) for bar in bars]


def why(form: Form, most: int, names: Dictionaries, t: Texts) -> list[str]:
    """The answers that led to the result, `most` for each line of interests or in all."""
    if form.questionnaire.pairs:
        return [_why_interest(form, area, most, t) for area in areas(form) if area in tallies(form)]
    wanted = strongest(form) or list(levels(form))
    rated = sorted(ratings(form), key=lambda one: -one[1])
    scale = form.questionnaire.scale or {}
    return [
        t.plain(
            "results-why-skill",
            competency=name(names.competencies[item.competency], t),
            statement=item.wording.in_(t.language),
            level=scale[level].in_(t.language),
        )
        for item, level in rated
        if item.competency in wanted
    ][:most]


def _why_interest(form: Form, area: Interest, most: int, t: Texts) -> str:
    tally = tallies(form)[area]
    chosen = [side.wording for _, side in choices(form) if side.interest is area][:most]
    quoted = [t.plain("results-quoted", text=worded.in_(t.language)) for worded in chosen]
    return t.plain(
        "results-why-interest",
        area=sentence(_area(area, t)),
        chosen=tally.chosen,
        shown=tally.shown,
        examples=", ".join(quoted),
    )


def changed(result: Result, names: Dictionaries, t: Texts) -> list[str]:
    """Against the run before; [] where there is none."""
    if result.before is None:
        return []
    if result.form.questionnaire.pairs:
        now, before = (
            {str(i): tally.share for i, tally in tallies(form).items()}
            for form in (result.form, result.before)
        )
        found = changes(now, before, CHANGED)
        called = {str(interest): _area(interest, t) for interest in Interest}
        return _changed(found, called, ("results-changed-up", "results-changed-down"), t)
    found = changes(levels(result.form), levels(result.before), 1)
    called = {code: name(one, t) for code, one in names.competencies.items()}
    return _changed(found, called, ("results-grown", "results-fallen"), t)


def _changed(found: Changes, called: dict[str, str], keys: tuple[str, str], t: Texts) -> list[str]:
    moved = [
        t.plain(key, names=", ".join(called[code] for code in codes))
        for key, codes in zip(keys, (found.up, found.down), strict=True)
        if codes
    ]
    return moved or [t.plain("results-unchanged")]
