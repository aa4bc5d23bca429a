"""Applying, the receipt, the queue, an offered place."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.enrolments import Enrolment, Move, State
from bot.domain.matching import GroupPlaces, Offer
from bot.domain.network import DayPart, Dictionaries, Group, GroupState, Module, Partner, Programme
from bot.domain.operator import Operator
from bot.domain.people import Person
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.answers import name
from bot.views.callbacks import Callback
from bot.views.nav import back, human, menu
from bot.views.programmes import ShowMatches, ShowProgramme, city_name, title
from bot.views.screen import Button, Screen

SHOWN = 5


class Review(Callback, code="rv"):
    group: str
    daypart: DayPart | None


class ChooseDaypart(Callback, code="dp"):
    group: str


class AskCity(Callback, code="ac"):
    group: str
    daypart: DayPart | None


class Submit(Callback, code="sb"):
    group: str
    daypart: DayPart | None


class MyEnrolments(Callback, code="my"):
    page: int = 0


class ShowEnrolment(Callback, code="ee"):
    id: int


class AskWithdraw(Callback, code="aw"):
    id: int


class Withdraw(Callback, code="wd"):
    id: int


class Accept(Callback, code="ax"):
    id: int


def groups(offer: Offer, today: date, t: Texts) -> Screen:
    choices = [
        Button(_group_label(places, t), Review(group=places.group.code, daypart=None))
        for places in offer.dates(today)[:SHOWN]
    ]
    return Screen(
        text=t("enrolments-groups", title=title(offer.programme, t)),
        choices=choices,
        nav=(back(t, ShowProgramme(programme=offer.programme.code)), menu(t)),
    )


def _group_label(places: GroupPlaces, t: Texts) -> str:
    return t.plain(
        "enrolments-group" if places.left else "enrolments-group-full",
        start=dates.short(places.group.starts_on, t),
        daypart=t.plain(f"daypart-{places.group.daypart}"),
        left=places.left,
    )


def review(
    person: Person,
    offer: Offer,
    places: GroupPlaces,
    daypart: DayPart | None,
    wished: Collection[DayPart],
    names: Dictionaries,
    t: Texts,
) -> Screen:
    """`daypart`: what the person has just said; `wished`: what they said in the questionnaire."""
    group = places.group
    home = names.cities.get(person.city or "")
    lives = name(home, t) if home else t.plain("enrolments-no-city")
    parts = [daypart] if daypart else sorted(wished)
    said = ", ".join(t.plain(f"daypart-{part}") for part in parts)
    lines = [
        *_facts(offer.programme, offer.partner, group, names, t),
        t("enrolments-review-places", left=places.left),
        t("enrolments-review-city", city=lives),
        t("enrolments-review-time", daypart=said or t.plain("enrolments-no-time")),
    ]
    if person.grade is not None:
        lines.append(t("enrolments-review-grade", grade=person.grade))
    elif person.education is not None:
        learned = t.plain(f"start-education-{person.education}")
        lines.append(t("enrolments-review-education", education=learned))
    text = t("enrolments-review", title=title(offer.programme, t), lines=Html("\n".join(lines)))
    choices = (
        Button(
            t.plain("enrolments-submit" if places.left else "enrolments-submit-queue"),
            Submit(group=group.code, daypart=daypart),
        ),
        Button(t.plain("enrolments-change-city"), AskCity(group=group.code, daypart=daypart)),
        Button(t.plain("enrolments-change-time"), ChooseDaypart(group=group.code)),
    )
    return Screen(
        text=text, choices=choices, nav=(back(t, ShowProgramme(programme=group.programme)), menu(t))
    )


def _facts(
    taught: Programme | Module, partner: Partner, group: Group, names: Dictionaries, t: Texts
) -> list[Html]:
    """When, where and for how much."""
    return [
        t(
            "enrolments-fact-start",
            start=dates.day(group.starts_on, t),
            daypart=t.plain(f"daypart-{group.daypart}"),
        ),
        t(
            "enrolments-fact-where",
            partner=name(partner, t),
            city=city_name(taught, names, t),
        ),
        *([t("enrolments-fact-price", price=taught.price)] if taught.price else []),
    ]


def dayparts(group: str, t: Texts) -> Screen:
    choices = [
        Button(t.plain(f"daypart-{part}"), Review(group=group, daypart=part)) for part in DayPart
    ]
    choices.append(Button(t.plain("daypart-any"), Review(group=group, daypart=None)))
    return Screen(
        text=t("enrolments-ask-time"),
        choices=choices,
        nav=(back(t, Review(group=group, daypart=None)), menu(t)),
    )


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """An application with all that is said of it."""

    enrolment: Enrolment
    offer: Offer
    group: Group
    module: Module | None = None  # where it is for a module alone, of
    partner: Partner | None = None  # this partner
    place: int | None = None  # in the queue
    moves: Sequence[Move] = ()

    @property
    def taught(self) -> Programme | Module:
        return self.module or self.offer.programme

    @property
    def cancelled(self) -> bool:
        """There is nothing to wait for in the group, and nobody has left it yet."""
        return self.enrolment.state.is_open and self.group.state is GroupState.CANCELLED

    def facts(self, names: Dictionaries, t: Texts) -> Html:
        part = t("enrolments-fact-module", title=title(self.offer.programme, t))
        facts = _facts(self.taught, self.partner or self.offer.partner, self.group, names, t)
        if self.enrolment.state is State.WITHDRAWN:  # the group may have moved since
            del facts[0]
        return Html("\n".join([part, *facts] if self.module else facts))


def receipt(of: Receipt, office: Operator, zone: ZoneInfo, names: Dictionaries, t: Texts) -> Screen:
    """What became of the application: the number and the state come first."""
    programme = of.offer.programme
    text = t(
        "enrolments-receipt",
        number=of.enrolment.number,
        title=title(of.taught, t),
        facts=of.facts(names, t),
        state=_state(of, office, zone, t),
        history=_history(of.moves, zone, t),
    )
    known = Button(t.plain("enrolments-open-programme"), ShowProgramme(programme=programme.code))
    actions = _actions(of, t)
    return Screen(
        text=text,
        choices=[*actions, known] if of.enrolment.state is State.OFFERED else [known, *actions],
        nav=(Button(t.plain("enrolments-mine"), MyEnrolments(), ""), menu(t)),
    )


def _state(of: Receipt, office: Operator, zone: ZoneInfo, t: Texts) -> Html:
    if of.cancelled:
        return t("enrolments-group-cancelled")
    key = f"enrolments-state-{of.enrolment.state.replace('_', '-')}"
    by = of.enrolment.decide_by
    return t(
        key,
        place=of.place or 0,
        by=dates.moment(by, zone, t) if by else "",
        phone=office.phone,
        hours=office.hours,
    )


def _actions(of: Receipt, t: Texts) -> list[Button]:
    enrolment = of.enrolment
    if enrolment.state is State.OFFERED and not of.cancelled:
        return [
            Button(t.plain("enrolments-accept"), Accept(id=enrolment.id)),
            Button(t.plain("enrolments-decline"), AskWithdraw(id=enrolment.id)),
        ]
    if enrolment.state.is_open:
        return [Button(t.plain("enrolments-withdraw"), AskWithdraw(id=enrolment.id))]
    return [Button(t.plain("menu-find"), ShowMatches())]


def ask_withdraw(enrolment: Enrolment, taught: Programme | Module, t: Texts) -> Screen:
    return Screen(
        text=t("enrolments-ask-withdraw", number=enrolment.number, title=title(taught, t)),
        choices=(
            Button(t.plain("enrolments-withdraw-yes"), Withdraw(id=enrolment.id)),
            Button(t.plain("enrolments-withdraw-no"), ShowEnrolment(id=enrolment.id)),
        ),
        nav=(menu(t),),
    )


def mine(receipts: Sequence[Receipt], page: int, t: Texts) -> Screen:
    if not receipts:
        return Screen(
            text=t("enrolments-none"),
            choices=(Button(t.plain("menu-find"), ShowMatches()),),
            nav=(human(t), menu(t)),
        )
    pages = (len(receipts) + SHOWN - 1) // SHOWN
    page = min(page, pages - 1)
    shown = receipts[page * SHOWN : (page + 1) * SHOWN]
    lines = [
        t(
            "enrolments-line",
            line=str(n),
            title=title(r.taught, t),
            start=_start(r, t),
            state=_short_state(r, t),
        )
        for n, r in enumerate(shown, start=1)
    ]
    choices = [
        Button(
            t.plain("enrolments-label", number=r.enrolment.number) + f": {title(r.taught, t)}",
            ShowEnrolment(id=r.enrolment.id),
        )
        for r in shown
    ]
    nav = [menu(t)]
    if pages > 1:
        nav.insert(0, Button(t.plain("nav-more"), MyEnrolments(page=(page + 1) % pages), ""))
    listed = Html("\n".join(lines))
    return Screen(text=t("enrolments-mine-text", lines=listed), choices=choices, nav=nav)


def _start(of: Receipt, t: Texts) -> str:
    """Of what was withdrawn nothing is known: the group may have moved since."""
    withdrawn = of.enrolment.state is State.WITHDRAWN
    return "" if withdrawn else f", {dates.short(of.group.starts_on, t)}"


def _short_state(of: Receipt, t: Texts) -> str:
    return t.plain("enrolments-short-cancelled" if of.cancelled else _short(of.enrolment.state))


def offered(of: Receipt, zone: ZoneInfo, names: Dictionaries, t: Texts) -> Screen:
    """Somebody's turn has come. The number is repeated, should the message arrive twice."""
    assert of.enrolment.decide_by is not None
    text = t(
        "enrolments-offered",
        number=of.enrolment.number,
        title=title(of.taught, t),
        facts=of.facts(names, t),
        by=dates.moment(of.enrolment.decide_by, zone, t),
    )
    return Screen(text=text, choices=_actions(of, t), nav=(human(t), menu(t)))


def lapsed(of: Receipt, t: Texts) -> Screen:
    code = of.offer.programme.code
    return Screen(
        text=t("enrolments-lapsed", number=of.enrolment.number, title=title(of.taught, t)),
        choices=(Button(t.plain("enrolments-open-programme"), ShowProgramme(programme=code)),),
        nav=(human(t), menu(t)),
    )


def _short(state: State) -> str:
    return f"enrolments-short-{state.replace('_', '-')}"


def _history(moves: Sequence[Move], zone: ZoneInfo, t: Texts) -> Html:
    lines = [
        t(
            "enrolments-move",
            at=dates.moment(m.moved_at, zone, t),
            state=t.plain(_short(m.to_state)),
        )
        for m in moves
    ]
    return Html("\n".join(lines))
