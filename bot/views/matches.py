"""What is proposed and why, why something is not, and what a search found."""

from collections.abc import Mapping, Sequence

from bot.catalog.search import Found, Understanding
from bot.domain.matching import (
    Choice,
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
from bot.domain.network import Dictionaries, Interest
from bot.domain.people import Person
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.callbacks import Callback
from bot.views.nav import back, human, menu
from bot.views.programmes import Apply, ShowMatches, ShowProgramme, city_name, partner_name, title
from bot.views.questionnaires import Begin
from bot.views.screen import Button, Screen

SHOWN = 5


class ToCity(Callback, code="tc"):
    """Asks where the person lives, for the matches."""


def proposed(
    choice: Choice, person: Person, tested: bool, questionnaire: str, names: Dictionaries, t: Texts
) -> Screen:
    """Three to five programmes, two reasons and one gap each."""
    if not choice.matches:
        return Screen(
            text=t("matches-none"),
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
    return Screen(text=Html("\n\n".join([*head, *blocks, *tail])), choices=choices, nav=nav)


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
    """The name of whatever the code stands for: a competency, direction, city, interest, wish."""
    if code is None:
        return ""
    if code == offer.partner.code:
        return partner_name(offer, t)
    for known in (names.competencies, names.sectors, names.cities):
        if code in known:
            return _name(known[code], t)
    if code in list(Interest):
        return t.plain(f"matches-interest-{code}")
    key = f"daypart-{code}"
    return t.plain(key if t.has(key) else f"programmes-format-{code}")


def _name(named: object, t: Texts) -> str:
    return str(getattr(named, "name_en" if t.language == "en" else "name_ru"))


def gap(found: Gap, names: Dictionaries, t: Texts) -> str:
    if isinstance(found, Lack):
        key = "matches-lack-module" if found.module else "matches-lack"
        return t.plain(key, competency=_name(names.competencies[found.competency], t))
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
        lines = [t("matches-bullet", text=_rule(o, offer, names, t)) for o in why.obstacles]
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
    if not hard:
        choices.insert(0, Button(t.plain("programmes-apply"), Apply(programme=code)))
    return Screen(
        text=Html("\n".join([head, *lines])),
        choices=choices,
        nav=(back(t, ShowProgramme(programme=code)), human(t), menu(t)),
    )


def obstacle(found: Obstacle, offer: Offer, names: Dictionaries, t: Texts) -> Html:
    """Which rule excludes, and what would change it."""
    change = t.plain(f"matches-change-{found.change}")
    return t("matches-obstacle", text=_rule(found, offer, names, t), change=change)


def _rule(found: Obstacle, offer: Offer, names: Dictionaries, t: Texts) -> str:
    needed = _needed(found.needed)
    if found.kind is ObstacleKind.CITY:
        needed = city_name(offer.programme, names, t)
    elif found.kind is ObstacleKind.FORMAT:
        needed = t.plain(f"programmes-format-{offer.programme.format}")
    audience = t.plain(f"matches-audience-{needed}") if t.has(f"matches-audience-{needed}") else ""
    return t.plain(
        f"matches-obstacle-{found.kind.replace('_', '-')}", needed=needed, audience=audience
    )


def results(
    found: Found,
    offers: Sequence[Offer],
    hindered: Mapping[str, Obstacle],
    names: Dictionaries,
    t: Texts,
) -> Screen:
    """What typed text led to: how it was understood, and what is not open to the person."""
    if not offers:
        return Screen(
            text=t("search-none"),
            choices=(Button(t.plain("menu-find"), ShowMatches()),),
            nav=(human(t), menu(t)),
        )
    head = [t("search-maybe" if found.kind is Understanding.MAYBE else "search-found")]
    if found.understood:
        head.insert(0, t("search-understood", understood=found.understood))
    lines = [
        _result(n, offer, hindered.get(offer.programme.code), names, t)
        for n, offer in enumerate(offers, start=1)
    ]
    choices = [
        Button(title(o.programme, t), ShowProgramme(programme=o.programme.code)) for o in offers
    ]
    return Screen(
        text=Html("\n".join([*head, "", *lines])), choices=choices, nav=(human(t), menu(t))
    )


def _result(
    number: int, offer: Offer, hindrance: Obstacle | None, names: Dictionaries, t: Texts
) -> Html:
    programme = offer.programme
    line = t(
        "search-line",
        number=str(number),
        title=title(programme, t),
        city=city_name(programme, names, t),
        kind=t.plain(f"programmes-kind-{programme.kind.replace('_', '-')}"),
    )
    if hindrance is None:
        return line
    return t("search-line-hindered", line=line, why=_rule(hindrance, offer, names, t))
