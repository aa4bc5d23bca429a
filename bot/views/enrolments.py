"""Applying, the receipt, the queue, an offered place."""

from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.enrolments import Enrolment, Move, State
from bot.domain.matching import GroupPlaces, Offer
from bot.domain.network import City, DayPart, Programme
from bot.domain.people import Person
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.callbacks import Callback
from bot.views.nav import ToHuman, back, human, menu
from bot.views.programmes import ShowMatches, ShowProgramme, title
from bot.views.screen import Button, Screen
from bot.views.start import ToConsent

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
    cities: Mapping[str, City],
    t: Texts,
) -> Screen:
    group = places.group
    home = cities[person.city] if person.city else None
    lines = [
        t(
            "enrolments-review-group",
            start=dates.day(group.starts_on, t),
            daypart=t.plain(f"daypart-{group.daypart}"),
        ),
        t("enrolments-review-places", left=places.left),
        t("enrolments-review-city", city=_named(home, t) or t.plain("enrolments-not-said")),
        t("enrolments-review-time", daypart=t.plain(f"daypart-{daypart or 'any'}")),
    ]
    if person.grade is not None:
        lines.append(t("enrolments-review-grade", grade=person.grade))
    elif person.education is not None:
        lines.append(
            t(
                "enrolments-review-education",
                education=t.plain(f"start-education-{person.education}"),
            )
        )
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


def receipt(
    enrolment: Enrolment,
    programme: Programme,
    place: int | None,
    moves: Sequence[Move],
    zone: ZoneInfo,
    t: Texts,
) -> Screen:
    """What became of the application: the number and the state come first."""
    text = t(
        "enrolments-receipt",
        number=enrolment.number,
        title=title(programme, t),
        state=_state(enrolment, place, zone, t),
        history=_history(moves, zone, t),
    )
    choices = [
        *_actions(enrolment, t),
        Button(t.plain("enrolments-open-programme"), ShowProgramme(programme=programme.code)),
    ]
    return Screen(
        text=text,
        choices=choices,
        nav=(Button(t.plain("enrolments-mine"), MyEnrolments(), ""), menu(t)),
    )


def _state(enrolment: Enrolment, place: int | None, zone: ZoneInfo, t: Texts) -> Html:
    key = f"enrolments-state-{enrolment.state.replace('_', '-')}"
    by = "" if enrolment.decide_by is None else dates.moment(enrolment.decide_by, zone, t)
    return t(key, place=place or 0, by=by)


def _actions(enrolment: Enrolment, t: Texts) -> list[Button]:
    if enrolment.state is State.OFFERED:
        return [
            Button(t.plain("enrolments-accept"), Accept(id=enrolment.id)),
            Button(t.plain("enrolments-decline"), AskWithdraw(id=enrolment.id)),
        ]
    if enrolment.state.is_open:
        return [Button(t.plain("enrolments-withdraw"), AskWithdraw(id=enrolment.id))]
    return [Button(t.plain("menu-find"), ShowMatches())]


def ask_withdraw(enrolment: Enrolment, programme: Programme, t: Texts) -> Screen:
    return Screen(
        text=t("enrolments-ask-withdraw", number=enrolment.number, title=title(programme, t)),
        choices=(
            Button(t.plain("enrolments-withdraw-yes"), Withdraw(id=enrolment.id)),
            Button(t.plain("enrolments-withdraw-no"), ShowEnrolment(id=enrolment.id)),
        ),
        nav=(menu(t),),
    )


def mine(
    enrolments: Sequence[Enrolment], programmes: Mapping[str, Programme], page: int, t: Texts
) -> Screen:
    if not enrolments:
        return Screen(
            text=t("enrolments-none"),
            choices=(Button(t.plain("menu-find"), ShowMatches()),),
            nav=(human(t), menu(t)),
        )
    pages = (len(enrolments) + SHOWN - 1) // SHOWN
    page = min(page, pages - 1)
    shown = enrolments[page * SHOWN : (page + 1) * SHOWN]
    choices = [
        Button(
            t.plain("enrolments-line", number=e.number, title=title(programmes[e.programme], t)),
            ShowEnrolment(id=e.id),
        )
        for e in shown
    ]
    nav = [menu(t)]
    if pages > 1:
        nav.insert(0, Button(t.plain("nav-more"), MyEnrolments(page=(page + 1) % pages), ""))
    return Screen(text=t("enrolments-mine-text", count=len(enrolments)), choices=choices, nav=nav)


def offered(enrolment: Enrolment, programme: Programme, zone: ZoneInfo, t: Texts) -> Screen:
    """Somebody's turn has come. The number is repeated, should the message arrive twice."""
    assert enrolment.decide_by is not None
    text = t(
        "enrolments-offered",
        number=enrolment.number,
        title=title(programme, t),
        by=dates.moment(enrolment.decide_by, zone, t),
    )
    return Screen(text=text, choices=_actions(enrolment, t), nav=(human(t), menu(t)))


def lapsed(enrolment: Enrolment, programme: Programme, t: Texts) -> Screen:
    return Screen(
        text=t("enrolments-lapsed", number=enrolment.number, title=title(programme, t)),
        choices=(
            Button(t.plain("enrolments-open-programme"), ShowProgramme(programme=programme.code)),
        ),
        nav=(human(t), menu(t)),
    )


def _history(moves: Sequence[Move], zone: ZoneInfo, t: Texts) -> Html:
    lines = [
        t(
            "enrolments-move",
            at=dates.moment(m.moved_at, zone, t),
            state=t.plain(f"enrolments-short-{m.to_state.replace('_', '-')}"),
        )
        for m in moves
    ]
    return Html("\n".join(lines))


def consent_first(t: Texts) -> Screen:
    return Screen(
        text=t("enrolments-error-consent"),
        choices=(Button(t.plain("consent-agree-open"), ToConsent()),),
        nav=(Button(t.plain("nav-human"), ToHuman(), ""), menu(t)),
    )


def _named(city: City | None, t: Texts) -> str | None:
    if city is None:
        return None
    return city.name_en if t.language == "en" else city.name_ru
