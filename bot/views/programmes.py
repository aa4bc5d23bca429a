"""A programme's card, and two side by side."""

from collections.abc import Sequence
from datetime import date

from bot.domain.matching import GroupPlaces, Offer
from bot.domain.network import Dictionaries, EntryRules, Medical, Module, Programme
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.callbacks import Callback
from bot.views.nav import back, human, menu
from bot.views.screen import Button, Screen

SHOWN = 5
DATES_SHOWN = 3


class ShowMatches(Callback, code="mt"):
    pass


class ShowSaved(Callback, code="ss"):
    page: int = 0


class ShowProgramme(Callback, code="p"):
    programme: str


class Save(Callback, code="sv"):
    programme: str


class Unsave(Callback, code="us"):
    programme: str


class WhyNotThis(Callback, code="wn"):
    programme: str


class Apply(Callback, code="ap"):
    programme: str


class Compare(Callback, code="co"):
    programme: str


class CompareWith(Callback, code="cw"):
    one: str
    other: str


def title(taught: Programme | Module, t: Texts) -> str:
    """What is taught is taught in Russian; an English title is a help, where there is one."""
    return taught.title_en or taught.title_ru if t.language == "en" else taught.title_ru


def card(
    offer: Offer,
    names: Dictionaries,
    saved: bool,
    closed_to_person: bool,
    today: date,
    t: Texts,
) -> Screen:
    """`closed_to_person`: a rule keeps them out, so that there is nothing to apply for."""
    programme = offer.programme
    code = programme.code
    coming = offer.dates(today)
    apply = "programmes-apply" if offer.with_places(today) else "programmes-queue"
    choices = []
    if coming and offer.agreement_open and not closed_to_person:
        choices.append(Button(t.plain(apply), Apply(programme=code)))
    choices += [
        Button(t.plain("programmes-fits"), WhyNotThis(programme=code)),
        Button(t.plain("programmes-unsave"), Unsave(programme=code))
        if saved
        else Button(t.plain("programmes-save"), Save(programme=code)),
        Button(t.plain("programmes-compare"), Compare(programme=code)),
    ]
    return Screen(
        text=_card_text(offer, names, coming, t),
        choices=choices,
        nav=(Button(t.plain("programmes-others"), ShowMatches(), ""), human(t), menu(t)),
    )


def _card_text(offer: Offer, names: Dictionaries, coming: Sequence[GroupPlaces], t: Texts) -> Html:
    programme = offer.programme
    summary = programme.summary_en if t.language == "en" else programme.summary_ru
    head = [
        t("programmes-title", title=title(programme, t)),
        t("programmes-demo") if programme.is_demo else None,
        t("programmes-summary", summary=summary) if summary else None,
    ]
    facts = [
        t("programmes-where", partner=partner_name(offer, t), city=city_name(programme, names, t)),
        t(
            "programmes-kind",
            kind=t.plain(f"programmes-kind-{programme.kind.replace('_', '-')}"),
            hours=programme.hours,
            format=t.plain(f"programmes-format-{programme.format}"),
        ),
        t("programmes-price", price=programme.price) if programme.price else t("programmes-free"),
        _starts(offer, coming, t),
        t("programmes-needs", needs=", ".join(requirements(programme.rules, t))),
        t(f"programmes-document-{programme.kind.replace('_', '-')}"),
    ]
    return Html("\n\n".join("\n".join(line for line in part if line) for part in (head, facts)))


def _starts(offer: Offer, coming: Sequence[GroupPlaces], t: Texts) -> Html:
    if not offer.agreement_open:
        return t("agreements-closed-full" if offer.agreement_full else "programmes-closed")
    if not coming:
        return t("programmes-no-dates")
    shown = [
        t.plain(
            "programmes-start" if places.left else "programmes-start-full",
            day=dates.day(places.group.starts_on, t),
            daypart=t.plain(f"daypart-{places.group.daypart}"),
            left=places.left,
        )
        for places in coming[:DATES_SHOWN]
    ]
    return t("programmes-starts", starts="; ".join(shown))


def requirements(rules: EntryRules, t: Texts) -> list[str]:
    """Who may enter, in plain words; one word for everybody when there is no rule."""
    found = []
    if rules.grades is not None:
        first, last = rules.grades
        found.append(t.plain("programmes-rule-grades", first=first, last=last))
    if rules.min_age:
        found.append(t.plain("programmes-rule-age", age=rules.min_age))
    if rules.further:
        found.append(t.plain("programmes-rule-further"))
    if rules.profession:
        found.append(t.plain("programmes-rule-profession"))
    if rules.experience:
        found.append(t.plain("programmes-rule-experience"))
    if rules.medical is not Medical.NONE:
        found.append(t.plain(f"programmes-rule-medical-{rules.medical}"))
    return found or [t.plain("programmes-rule-none")]


def partner_name(offer: Offer, t: Texts) -> str:
    return offer.partner.name_en if t.language == "en" else offer.partner.name_ru


def city_name(taught: Programme | Module, names: Dictionaries, t: Texts) -> str:
    city = names.cities[taught.city]
    return city.name_en if t.language == "en" else city.name_ru


def compare_with(offer: Offer, others: Sequence[Offer], t: Texts) -> Screen:
    code = offer.programme.code
    if not others:
        return Screen(
            text=t("programmes-compare-none"),
            choices=(Button(t.plain("menu-find"), ShowMatches()),),
            nav=(back(t, ShowProgramme(programme=code)), menu(t)),
        )
    choices = [
        Button(title(o.programme, t), CompareWith(one=code, other=o.programme.code))
        for o in others[:SHOWN]
    ]
    return Screen(
        text=t("programmes-compare-which", title=title(offer.programme, t)),
        choices=choices,
        nav=(back(t, ShowProgramme(programme=code)), menu(t)),
    )


def compared(one: Offer, other: Offer, names: Dictionaries, today: date, t: Texts) -> Screen:
    rows = [
        (label, _cell(one, label, names, today, t), _cell(other, label, names, today, t))
        for label in ("where", "kind", "hours", "format", "start", "places", "price", "needs")
    ]
    lines = [
        t("programmes-row-same", label=t.plain(f"programmes-label-{label}"), value=a)
        if a == b
        else t("programmes-row", label=t.plain(f"programmes-label-{label}"), one=a, other=b)
        for label, a, b in rows
    ]
    text = t(
        "programmes-compared",
        one=title(one.programme, t),
        other=title(other.programme, t),
        lines=Html("\n".join(lines)),
    )
    choices = [
        Button(title(o.programme, t), ShowProgramme(programme=o.programme.code))
        for o in (one, other)
    ]
    return Screen(text=text, choices=choices, nav=(human(t), menu(t)))


def _cell(offer: Offer, label: str, names: Dictionaries, today: date, t: Texts) -> str:
    programme = offer.programme
    coming = offer.dates(today)
    match label:
        case "where":
            return f"{partner_name(offer, t)}, {city_name(programme, names, t)}"
        case "kind":
            return t.plain(f"programmes-kind-{programme.kind.replace('_', '-')}")
        case "hours":
            return str(programme.hours)
        case "format":
            return t.plain(f"programmes-format-{programme.format}")
        case "start":
            return dates.day(coming[0].group.starts_on, t) if coming else "—"
        case "places":
            return str(coming[0].left) if coming else "0"
        case "price":
            free = t.plain("programmes-free-short")
            return (
                t.plain("programmes-price-short", price=programme.price)
                if programme.price
                else free
            )
        case _:
            return ", ".join(requirements(programme.rules, t))


def saved_list(offers: Sequence[Offer], page: int, t: Texts) -> Screen:
    if not offers:
        return Screen(
            text=t("programmes-saved-none"),
            choices=(Button(t.plain("menu-find"), ShowMatches()),),
            nav=(human(t), menu(t)),
        )
    pages = (len(offers) + SHOWN - 1) // SHOWN
    page = min(page, pages - 1)
    choices = [
        Button(title(o.programme, t), ShowProgramme(programme=o.programme.code))
        for o in offers[page * SHOWN : (page + 1) * SHOWN]
    ]
    nav = [menu(t)]
    if pages > 1:
        nav.insert(0, Button(t.plain("nav-more"), ShowSaved(page=(page + 1) % pages), ""))
    return Screen(text=t("programmes-saved", count=len(offers)), choices=choices, nav=nav)
