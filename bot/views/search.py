"""What typed text led to."""

from collections.abc import Sequence

from bot.catalog.search import Found, Understanding
from bot.domain.matching import Finding
from bot.domain.network import Dictionaries
from bot.texts import Html, Texts
from bot.views.events import meant
from bot.views.matches import reason, rule
from bot.views.nav import human, menu
from bot.views.programmes import ShowMatches, ShowProgramme, city_name, title
from bot.views.screen import Button, Screen


def results(
    found: Found,
    shown: Sequence[Finding],
    events: Sequence[int],
    names: Dictionaries,
    t: Texts,
) -> Screen:
    """How it was understood, and why the lines stand in this order; `events` are one tap away."""
    if not shown:
        return Screen(
            text=t("search-none"),
            choices=(Button(t.plain("menu-find"), ShowMatches()),),
            nav=(human(t), menu(t)),
        )
    head = [t("search-maybe" if found.kind is Understanding.MAYBE else "search-found")]
    if found.understood:
        head.insert(0, t("search-understood", understood=found.understood))
    lines = [_line(number, finding, names, t) for number, finding in enumerate(shown, start=1)]
    tail = ["", t("search-order")] if any(finding.ahead for finding in shown) else []
    nav = [Button(t.plain("search-events", count=len(events)), meant(events), "")] if events else []
    programmes = [finding.offer.programme for finding in shown]
    return Screen(
        text=Html("\n".join([*head, "", *lines, *tail])),
        choices=[Button(title(p, t), ShowProgramme(programme=p.code)) for p in programmes],
        nav=(*nav, human(t), menu(t)),
    )


def _line(number: int, finding: Finding, names: Dictionaries, t: Texts) -> Html:
    programme = finding.offer.programme
    line = t(
        "search-line",
        number=str(number),
        title=title(programme, t),
        city=city_name(programme, names, t),
        kind=t.plain(f"programmes-kind-{programme.kind.replace('_', '-')}"),
    )
    why = _why(finding, names, t)
    return t("search-line-why", line=line, why=why) if why else line


def _why(finding: Finding, names: Dictionaries, t: Texts) -> str:
    """What keeps the person out, or what it has on the next one, or the most telling about it."""
    if finding.hindrance is not None:
        return rule(finding.hindrance, finding.offer, names, t)
    if finding.ahead is not None:
        return t.plain(f"search-ahead-{finding.ahead}")
    return reason(finding.reason, finding.offer, names, t) if finding.reason else ""
