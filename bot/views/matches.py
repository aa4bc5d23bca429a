"""What is proposed and why, and why something is not."""

from collections.abc import Sequence

from bot.domain.matching import (
    Change,
    Choice,
    Fact,
    Gap,
    Lack,
    Match,
    Obstacle,
    ObstacleKind,
    Offer,
    Question,
    Reason,
    WhyNot,
)
from bot.domain.network import Dictionaries
from bot.domain.people import Person
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.callbacks import Callback
from bot.views.nav import back, human, menu
from bot.views.programmes import Apply, ShowMatches, ShowProgramme, city_name, partner_name, title
from bot.views.questionnaires import Begin
from bot.views.screen import Button, Screen
from bot.views.trajectories.buttons import GoMissing


class ToCity(Callback, code="tc"):
    """Asks where the person lives, for the matches."""


def proposed(
    choice: Choice,
    number: str,
    person: Person,
    tested: bool,
    questionnaire: str,
    names: Dictionaries,
    t: Texts,
) -> Screen:
    """Three to five programmes, two reasons and one gap each. `number`: the receipt."""
    kept = t("matches-number", number=number)
    if not choice.matches:
        return Screen(
            text=Html("\n\n".join((t("matches-none"), kept))),
            choices=_ways_on(tested, questionnaire, t),
            nav=(human(t), menu(t)),
        )
    blocks = [_match(n, match, names, t) for n, match in enumerate(choice.matches, start=1)]
    choices = [
        Button(title(m.offer.programme, t), ShowProgramme(programme=m.offer.programme.code))
        for m in choice.matches
    ]
    head = [t("matches-head")]
    if choice.relaxed:
        wishes = ", ".join(t.plain(f"matches-wish-{kind}") for kind in choice.relaxed)
        head.append(t("matches-relaxed", wishes=wishes))
    tail = [t("matches-tail")] if tested else [t("matches-untested")]
    nav = [human(t), menu(t)]
    if person.city is None:
        nav.insert(0, Button(t.plain("matches-set-city"), ToCity(), ""))
    elif not tested:
        nav.insert(0, Button(t.plain("matches-take-test"), Begin(questionnaire=questionnaire), ""))
    return Screen(text=Html("\n\n".join([*head, *blocks, *tail, kept])), choices=choices, nav=nav)


def _ways_on(tested: bool, questionnaire: str, t: Texts) -> list[Button]:
    return (
        [] if tested else [Button(t.plain("matches-take-test"), Begin(questionnaire=questionnaire))]
    )


def _match(number: int, match: Match, names: Dictionaries, t: Texts) -> Html:
    why = "; ".join(reason(r, match.offer, names, t) for r in match.reasons)
    lines = [
        t(
            "matches-line",
            number=str(number),
            title=title(match.offer.programme, t),
            fit=t.plain(f"matches-fit-{match.fit}"),
        ),
        t(
            "matches-where",
            partner=partner_name(match.offer, t),
            city=city_name(match.offer.programme, names, t),
        ),
        t("matches-why", reasons=why),
    ]
    if match.gap is not None:
        lines.append(t("matches-gap", gap=gap(match.gap, names, t)))
    return Html("\n".join(lines))


def reason(r: Reason, offer: Offer, names: Dictionaries, t: Texts) -> str:
    return t.plain(
        f"matches-reason-{r.kind.replace('_', '-')}",
        about=_about(r.about, offer, names, t),
        amount=r.amount or 0,
        day=dates.day(r.day, t) if r.day else "",
    )


def _about(code: str | None, offer: Offer, names: Dictionaries, t: Texts) -> str:
    if code is None:
        return ""
    return partner_name(offer, t) if code == offer.partner.code else word(code, names, t)


def word(code: str, names: Dictionaries, t: Texts) -> str:
    """The name of whatever the code stands for: a competency, a city, an interest, an age …"""
    for known in (names.competencies, names.sectors, names.cities):
        if code in known:
            return _name(known[code], t)
    told = code.replace("_", "-")
    keys = (  # no code is in two of these
        f"matches-interest-{told}",
        f"daypart-{told}",
        f"programmes-format-{told}",
        f"matches-age-{told}",
        f"matches-audience-{told}",
    )
    return next((t.plain(key) for key in keys if t.has(key)), code)


def _name(named: object, t: Texts) -> str:
    return str(getattr(named, "name_en" if t.language == "en" else "name_ru"))


def gap(found: Gap, names: Dictionaries, t: Texts) -> str:
    if isinstance(found, Lack):
        competency = _name(names.competencies[found.competency], t)
        if found.module is None:
            return t.plain("matches-lack", competency=competency)
        module = title(found.module, t)
        return t.plain("matches-lack-module", competency=competency, module=module)
    return question(found, names, t)


def question(asked: Question, names: Dictionaries, t: Texts) -> str:
    about = names.competencies.get(asked.about or "") or names.sectors.get(asked.about or "")
    return t.plain(
        f"matches-question-{asked.kind}",
        about=_name(about, t) if about else "",
        needed=_needed(asked.needed),
    )


def _needed(fact: object) -> str:
    if isinstance(fact, tuple):
        return "–".join(str(part) for part in fact)
    return "" if fact is None else str(fact)


def explained(
    why: WhyNot, gap_found: Gap | None, reasons: Sequence[Reason], names: Dictionaries, t: Texts
) -> Screen:
    """Does it suit me, and if not: what stands in the way and what would change it."""
    offer = why.offer
    code = offer.programme.code
    lines: list[Html]
    hard = [o for o in why.obstacles if not o.kind.is_wish]
    if hard:
        head = t("matches-not-now", title=title(offer.programme, t))
        lines = [obstacle(o, offer, names, t) for o in hard]
    elif why.obstacles:
        head = t("matches-fits-but", title=title(offer.programme, t))
        lines = [obstacle(o, offer, names, t) for o in why.obstacles]
    elif why.ahead is not None and why.because is not None:
        head = t("matches-fits-less", title=title(offer.programme, t))
        lines = [
            t(
                "matches-ahead",
                other=title(why.ahead.offer.programme, t),
                because=t.plain(f"matches-because-{why.because}"),
            )
        ]
    else:
        head = t("matches-fits", title=title(offer.programme, t))
        lines = [t("matches-bullet", text=reason(r, offer, names, t)) for r in reasons]
    if gap_found is not None:
        lines.append(t("matches-gap", gap=gap(gap_found, names, t)))
    choices = [Button(t.plain("menu-find"), ShowMatches())]
    if isinstance(gap_found, Lack):
        choices.append(Button(t.plain("trajectories-build-missing"), GoMissing(programme=code)))
    if not hard:
        choices.insert(0, Button(t.plain("programmes-apply"), Apply(programme=code)))
    return Screen(
        text=Html("\n".join([head, *lines])),
        choices=choices,
        nav=(back(t, ShowProgramme(programme=code)), human(t), menu(t)),
    )


def obstacle(found: Obstacle, offer: Offer, names: Dictionaries, t: Texts) -> Html:
    """Which rule excludes, and what would change it."""
    text = rule(found, offer, names, t)
    return t("matches-obstacle", text=text, change=change(found, t))


def change(found: Obstacle, t: Texts) -> str:
    """What would remove it."""
    if found.change is Change.NOTHING:
        return t.plain("matches-change-nothing")
    grades = found.needed if found.kind is ObstacleKind.GRADE else None
    return t.plain(
        f"matches-change-{found.kind.replace('_', '-')}",
        needed=_needed(found.needed),
        first=str(grades[0]) if isinstance(grades, tuple) else "",
    )


def rule(found: Obstacle, offer: Offer, names: Dictionaries, t: Texts) -> str:
    """Which rule excludes: what is asked for, and what the person has."""
    return t.plain(
        f"matches-obstacle-{found.kind.replace('_', '-')}",
        needed=_fact(found.needed, offer, names, t),
        have=_fact(found.have, offer, names, t),
    )


def _fact(fact: Fact, offer: Offer, names: Dictionaries, t: Texts) -> str:
    """Codes as names; whole numbers as they are, a range from the first to the last."""
    if isinstance(fact, str):
        return _about(fact, offer, names, t)
    codes = [part for part in fact if isinstance(part, str)] if isinstance(fact, tuple) else []
    if codes:
        return " / ".join(_about(code, offer, names, t) for code in codes)
    return _needed(fact)
