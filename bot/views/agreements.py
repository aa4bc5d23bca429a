"""Agreements as staff see them, and what a closed one means to others."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.agreements import Due, Notice, Standing
from bot.domain.matching import Offer
from bot.domain.network import Partner
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.answers import name
from bot.views.callbacks import Callback
from bot.views.nav import back, human, menu
from bot.views.programmes import ShowMatches, ShowProgramme, title
from bot.views.screen import Button, Screen, shortened

TOLD = 5  # of one message
OF_PARTNER = 3
LONGEST_DUTIES = 120


class ShowAgreements(Callback, code="agl"):
    page: int = 0


class ShowPartnerAgreements(Callback, code="agp"):
    partner: str


class ShowSimilar(Callback, code="sim"):
    programme: str


def listed(
    standings: Sequence[Standing],
    page: int,
    pages: int,
    partners: Mapping[str, Partner],
    way_back: Callback,
    t: Texts,
) -> Screen:
    """One page of `pages`, those that end soonest first."""
    nav = [back(t, way_back), menu(t)]
    if not standings:
        return Screen(text=t("agreements-none"), nav=nav)
    if pages > 1:
        nav.insert(1, Button(t.plain("nav-more"), ShowAgreements(page=(page + 1) % pages), ""))
    lines = [
        t(
            "agreements-line",
            line=str(n),
            partner=name(partners[s.agreement.partner], t),
            agreement=s.agreement.number,
            kind=t.plain(f"agreements-kind-{s.agreement.kind}"),
            term=_term(s, t),
        )
        for n, s in enumerate(standings, start=1)
    ]
    choices = [
        Button(
            name(partners[s.agreement.partner], t),
            ShowPartnerAgreements(partner=s.agreement.partner),
        )
        for s in standings
    ]
    text = t("agreements-list", lines=Html("\n".join(lines)))
    return Screen(text=text, choices=choices, nav=nav)


def of_partner(partner: Partner, standings: Sequence[Standing], t: Texts) -> Screen:
    """Its agreements, and once what hangs on all of them."""
    blocks = [_agreement(s, t) for s in standings[:OF_PARTNER]]
    text = t(
        "agreements-partner",
        partner=name(partner, t),
        agreements=Html("\n\n".join(blocks)) if blocks else t("agreements-none"),
        hangs=_hangs(standings[0], t) if standings else "",
    )
    return Screen(text=text, nav=(back(t, ShowAgreements()), menu(t)))


def _agreement(standing: Standing, t: Texts) -> Html:
    agreement = standing.agreement
    lines = [
        t(
            "agreements-one",
            agreement=agreement.number,
            kind=t.plain(f"agreements-kind-{agreement.kind}"),
            since=_date(agreement.valid_from, t),
            term=_term(standing, t),
        )
    ]
    if standing.room is not None:
        lines.append(t("agreements-learners", **vars(standing.room)))
    if agreement.resources:
        lines.append(t("agreements-resources", count=len(agreement.resources)))
    if agreement.duties:
        lines.append(t("agreements-duties", duties=shortened(agreement.duties, LONGEST_DUTIES)))
    return Html("\n".join(lines))


def alert(dues: Sequence[Due], partners: Mapping[str, Partner], t: Texts) -> Screen:
    """What the day brings, in one message: many agreements end on the same 31 December."""
    lines = [
        t(
            "agreements-alert-line",
            partner=name(partners[due.standing.agreement.partner], t),
            agreement=due.standing.agreement.number,
            what=_what(due, t),
            hangs=_hangs(due.standing, t),
        )
        for due in dues[:TOLD]
    ]
    if len(dues) > TOLD:
        lines.append(t("agreements-alert-more", count=len(dues) - TOLD))
    return Screen(
        text=t("agreements-alert", lines=Html("\n".join(lines))),
        choices=(Button(t.plain("agreements-open"), ShowAgreements()),),
        nav=(menu(t),),
    )


def _what(due: Due, t: Texts) -> str:
    term, room = _term(due.standing, t), due.standing.room
    if room is not None and due.notice in (Notice.NEARLY_FULL, Notice.FULL):
        key = f"agreements-notice-{due.notice.replace('_', '-')}"
        return t.plain(key, learners=room.learners, limit=room.limit)
    return t.plain("agreements-notice-over", term=term) if due.notice is Notice.OVER else term


def _term(standing: Standing, t: Texts) -> str:
    date_ = _date(standing.agreement.valid_to, t)
    if standing.days_left < 0:
        return t.plain("agreements-term-over", date=date_)
    return t.plain("agreements-term-left", date=date_, days=standing.days_left)


def _date(value: date, t: Texts) -> str:
    """With the year: terms are long."""
    return t.plain("agreements-date", day=dates.short(value, t), year=str(value.year))


def _hangs(standing: Standing, t: Texts) -> Html:
    return t(
        "agreements-hangs",
        programmes=standing.programmes,
        modules=standing.modules,
        running=standing.running,
        coming=standing.coming,
        learners=standing.learners,
    )


def similar_button(offer: Offer, t: Texts) -> list[Button]:
    """For a card that nobody can apply from."""
    if offer.agreement_open:
        return []
    return [Button(t.plain("agreements-similar"), ShowSimilar(programme=offer.programme.code))]


def similar(offer: Offer, others: Sequence[Offer], t: Texts) -> Screen:
    """For whoever wanted a programme that takes nobody: what else teaches something like it."""
    reason = "other" if offer.agreement_open else "full" if offer.agreement_full else "over"
    text = t(
        "agreements-instead", title=title(offer.programme, t), reason=reason, count=len(others)
    )
    choices = [
        Button(title(o.programme, t), ShowProgramme(programme=o.programme.code)) for o in others
    ]
    if not others:
        choices.append(Button(t.plain("menu-find"), ShowMatches()))
    return Screen(
        text=text,
        choices=choices,
        nav=(back(t, ShowProgramme(programme=offer.programme.code)), human(t), menu(t)),
    )
