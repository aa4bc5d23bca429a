"""Finding an event: the list, what it is filtered by, the card."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.events import Event, EventType, Hindrance, State
from bot.domain.network import City, Dictionaries, Partner, Sector
from bot.domain.participations import Coming, Participation
from bot.domain.people import AgeBand, Person, Role
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.callbacks import Callback, Row, Small
from bot.views.nav import human, menu
from bot.views.pages import paged
from bot.views.screen import Button, Screen

SHOWN = 4  # beside the way to the filter
PAYLOAD = "e_"  # what the payload of a link to an event begins with


class ShowEvents(Callback, code="ev"):
    page: int = 0


class ShowEvent(Callback, code="evc"):
    event: int


class ToMonth(Callback, code="cam"):
    """The calendar's; typed text names a day of that month."""

    first: date | None = None  # day of the month; None: this month


class ShowMeant(Callback, code="evq"):
    """What typed words meant: ids, «12.45.78»."""

    events: str


class ToFilter(Callback, code="evf"):
    page: int = 0


class ClearFilter(Callback, code="evx"):
    pass


class Come(Callback, code="evr"):
    """`sure`: although something else is at the same time."""

    event: int
    places: Small = 1
    sure: bool = False


class FollowLink(Callback, code="evi"):
    """Somebody who was invited goes on; `payload`: of the link that they opened."""

    event: Row
    payload: str


class ToParents(Callback, code="evp"):
    """A child's: what to show at home."""

    event: int


class AskTogether(Callback, code="evg"):
    event: int


class BringClass(Callback, code="cl"):
    """A teacher's; `grades`: what was said so far, «8x12.9x13»."""

    event: int
    grades: str | None = None


class ToPoster(Callback, code="afi"):
    event: int


class ShowMine(Callback, code="evm"):
    """One's own registration."""

    id: int


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What the words of an event are made with."""

    zone: ZoneInfo
    names: Dictionaries
    partners: Mapping[str, Partner]
    today: date | None = None  # where it is known, days far from it have their year


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Who looks at a card; `mine`: their own registration, `teaches`: they may bring a class."""

    person: Person
    mine: Participation | None
    teaches: bool


def meant(events: Sequence[int]) -> ShowMeant:
    """At most three: a button carries no more."""
    return ShowMeant(events=".".join(map(str, events[:3])))


def title(event: Event, t: Texts) -> str:
    """Events are held in Russian; an English title is a help, where there is one."""
    return event.title_en or event.title_ru if t.language == "en" else event.title_ru


def when(event: Event, zone: ZoneInfo, t: Texts, today: date | None = None) -> str:
    """«чт, 5 марта, 15:00–17:00»; the end of an event of several days has its day too."""
    starts, ends = event.starts_at.astimezone(zone), event.ends_at.astimezone(zone)
    until = f"{ends:%H:%M}" if ends.date() == starts.date() else dates.moment(ends, zone, t, today)
    return f"{dates.moment(starts, zone, t, today)}–{until}"


def where(event: Event, setting: Setting, t: Texts) -> str:
    city = setting.names.cities.get(event.city or "")
    return t.plain("events-online") if city is None else named(city, t)


def link(event: Event, bot_name: str) -> str:
    """Opens its card in the chat."""
    return f"https://t.me/{bot_name}?start={PAYLOAD}{event.slug}"


def listed(found: Sequence[Coming], shown_by: str, page: int, of: Setting, t: Texts) -> Screen:
    """`shown_by`: what the list is filtered by, in words; empty where all are shown."""
    if not found:
        return _nothing(bool(shown_by), t)
    shown, more = paged(found, page, SHOWN, lambda n: ShowEvents(page=n), t)
    lines = [line(n, coming, of, t) for n, coming in enumerate(shown, start=1)]
    if shown_by:
        lines.insert(0, t("events-shown", wishes=shown_by))
    choices = [Button(title(c.event, t), ShowEvent(event=c.event.id)) for c in shown]
    return Screen(
        text=t("events-list", count=len(found), lines=Html("\n\n".join(lines))),
        choices=[*choices, _to_filter(bool(shown_by), t)],
        nav=(Button(t.plain("calendar-open"), ToMonth(), ""), *more, menu(t)),
    )


def _to_filter(filtered: bool, t: Texts) -> Button:
    return Button(t.plain("events-refilter" if filtered else "events-filter"), ToFilter(), "")


def line(number: int, coming: Coming, of: Setting, t: Texts) -> Html:
    return t(
        "events-line",
        line=number,
        title=title(coming.event, t),
        when=dates.moment(coming.event.starts_at, of.zone, t, of.today),
        where=where(coming.event, of, t),
        state=_left(coming, t),
    )


def _left(coming: Coming, t: Texts) -> str:
    if coming.hindrance is not None:
        return t.plain(f"events-short-{coming.hindrance.replace('_', '-')}")
    places = coming.places
    if places.left and not places.waiting:
        return t.plain("events-places", left=places.left)
    return t.plain("events-full", waiting=places.waiting)


def _nothing(filtered: bool, t: Texts) -> Screen:
    choices = [Button(t.plain("events-clear"), ClearFilter())] if filtered else []
    return Screen(
        text=t("events-none-filtered" if filtered else "events-none"),
        choices=[*choices, _to_filter(filtered, t)],
        nav=(human(t), menu(t)),
    )


def card(coming: Coming, reader: Reader, of: Setting, t: Texts) -> Screen:
    """One's own registration is the first button."""
    event, mine = coming.event, reader.mine
    choices = []
    if mine is not None:
        choices.append(Button(t.plain("events-mine"), ShowMine(id=mine.id)))
    elif coming.hindrance is None:
        choices += _ways_in(coming, reader.person, t)
    if reader.teaches and event.groups is not None and coming.hindrance is not Hindrance.CLOSED:
        choices.insert(0, Button(t.plain("classes-bring"), BringClass(event=event.id)))
    if reader.teaches and event.state.is_announced:
        choices.append(Button(t.plain("posters-open"), ToPoster(event=event.id)))
    return Screen(
        text=card_text(coming, mine is not None, of, t, classes=reader.teaches),
        choices=choices,
        nav=(Button(t.plain("events-all"), ShowEvents(), ""), human(t), menu(t)),
    )


def _ways_in(coming: Coming, person: Person, t: Texts) -> list[Button]:
    """Under 14 a parent registers; a guardian registers the child, where it is for pupils."""
    event = coming.event
    if person.age_band is AgeBand.UNDER_14:
        return [Button(t.plain("events-parents"), ToParents(event=event.id))]
    label = "events-come"
    if coming.places.waiting or not coming.places.left:
        label = "events-queue"
    elif person.role is Role.GUARDIAN and not event.adults:
        label = "events-come-child"
    return [
        Button(t.plain(label), Come(event=event.id)),
        Button(t.plain("events-together"), AskTogether(event=event.id)),
    ]


def to_parents(event: Event, address: str, of: Setting, t: Texts) -> Screen:
    """`address`: the link to the event, which can be sent on."""
    return Screen(
        text=t("events-to-parents", link=address, **_facts(event, of, t)),
        nav=(Button(t.plain("events-all"), ShowEvents(), ""), human(t), menu(t)),
    )


def invited(event: Event, payload: str, of: Setting, t: Texts) -> Screen:
    """To a newcomer who opened somebody's link: what it is, and the way to come."""
    return Screen(
        text=t("events-invited", **_facts(event, of, t)),
        choices=(Button(t.plain("events-come"), FollowLink(event=event.id, payload=payload)),),
        nav=(human(t), menu(t)),
    )


def _facts(event: Event, of: Setting, t: Texts) -> dict[str, str]:
    place = f"{where(event, of, t)}, {event.place}" if event.place else where(event, of, t)
    return {"title": title(event, t), "when": when(event, of.zone, t, of.today), "where": place}


def card_text(
    coming: Coming, registered: bool, of: Setting, t: Texts, *, classes: bool = False
) -> Html:
    """`classes`: with the rules for teachers who bring one."""
    event = coming.event
    about = event.about_en if t.language == "en" and event.about_en else event.about_ru
    head = [
        t(
            "events-title",
            type=t.plain(f"events-type-{event.type.replace('_', '-')}"),
            title=title(event, t),
        ),
        t("events-cancelled") if event.state is State.CANCELLED else None,
        t("events-about", about=about) if about else None,
    ]
    facts = [
        t("events-when", when=when(event, of.zone, t, of.today)),
        _place(event, registered, of, t),
        t("events-for", who=", ".join(for_whom(event, t))),
        t("events-state", state=_state(coming, of, t)),
        _groups(event, t) if classes else None,
        _organiser(event, of, t),
        *_notes(event, t),
    ]
    return Html("\n\n".join("\n".join(line for line in part if line) for part in (head, facts)))


def _place(event: Event, registered: bool, of: Setting, t: Texts) -> Html:
    if event.online and event.link and registered:
        return t("events-link", link=event.link)
    if event.online:
        return t("events-online-later")
    return t("events-where", city=where(event, of, t), place=event.place)


def for_whom(event: Event, t: Texts) -> list[str]:
    """In plain words, «7–11 класс», «взрослые», «16+»."""
    found = []
    if event.grades is not None:
        first, last = event.grades
        found.append(t.plain("events-grades", first=first, last=last))
    if event.adults:
        found.append(t.plain("events-adults"))
    if event.age_mark:
        found.append(f"{event.age_mark}+")
    return found


def _state(coming: Coming, of: Setting, t: Texts) -> str:
    if coming.event.state in (State.DRAFT, State.PROPOSED):
        return t.plain("events-places", left=coming.event.capacity)
    if coming.hindrance is Hindrance.CLOSED:
        return t.plain("events-short-closed")
    said = [_left(coming, t)]
    if coming.event.closes_at < coming.event.starts_at:
        said.append(
            t.plain("events-until", day=dates.moment(coming.event.closes_at, of.zone, t, of.today))
        )
    return ", ".join(said)


def _groups(event: Event, t: Texts) -> Html | None:
    rules = event.groups
    if rules is None:
        return None
    return t(
        "events-groups",
        smallest=rules.smallest,
        largest=rules.largest,
        each=rules.pupils_per_adult,
        school=event.per_school or 0,
    )


def _organiser(event: Event, of: Setting, t: Texts) -> Html:
    known = [of.partners[c] for c in (event.organiser, *event.co_organisers) if c in of.partners]
    return t("events-organiser", named=", ".join(named(partner, t) for partner in known))


def _notes(event: Event, t: Texts) -> list[Html]:
    notes = [
        t("events-bring", bring=event.bring) if event.bring else None,
        t("events-briefing") if event.briefing else None,
        t("events-documents", documents=event.documents) if event.documents else None,
        t("events-accessible") if event.accessible else None,
        t("events-federal", federal=event.federal) if event.federal else None,
    ]
    return [note for note in notes if note]


def named(value: City | Sector | Partner, t: Texts) -> str:
    return value.name_en if t.language == "en" else value.name_ru


def type_name(kind: EventType, t: Texts) -> str:
    return t.plain(f"events-type-{kind.replace('_', '-')}")
