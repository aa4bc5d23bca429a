"""What several screens about mailings say alike."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.domain.broadcasts import Broadcast, BroadcastRules, Content, Topic
from bot.domain.events import Event
from bot.domain.network import Dictionaries, Programme
from bot.domain.rates import takes
from bot.domain.segments import By, Segment, Values
from bot.texts import Html, Texts
from bot.views import answers, events
from bot.views.programmes import title

MINUTE, HOUR = 60, 3600
GAP = re.compile(r"\n{3,}")


@dataclass(frozen=True, kw_only=True)
class Names:
    """What codes stand for."""

    dictionaries: Dictionaries
    programmes: Mapping[str, Programme]
    events: Mapping[str, Event]  # by their numbers
    rules: BroadcastRules


def topic(value: Topic, t: Texts) -> str:
    return t.plain(f"broadcasts-topic-{value}")


def capital(text: str) -> str:
    """For a button of its own."""
    return text[:1].upper() + text[1:]


def tidy(text: Html) -> Html:
    """Without the gaps of what there was nothing to say about."""
    return Html(GAP.sub("\n\n", text).rstrip())


def state(broadcast: Broadcast, t: Texts) -> str:
    return t.plain(f"broadcasts-state-{broadcast.state}")


def people(broadcast: Broadcast, t: Texts) -> str:
    """How many it reaches, as far as it was counted."""
    if not broadcast.looked_through and broadcast.position:
        return t.plain("broadcasts-counting", count=broadcast.reached)
    return t.plain("broadcasts-people", count=broadcast.reached)


def reached(broadcast: Broadcast, t: Texts) -> Html:
    return t("broadcasts-reached", count=people(broadcast, t))


def excluded(broadcast: Broadcast, t: Texts) -> Html:
    """Who fits and gets nothing, with the reasons; nothing where there is nobody."""
    lines = [
        t(f"broadcasts-excluded-{why.replace('_', '-')}", count=count)
        for why, count in broadcast.excluded.items()
        if count
    ]
    if not lines:
        return Html("")
    return Html("\n• ".join([t("broadcasts-excluded"), *lines]))


def segment(value: Segment, names: Names, t: Texts) -> str:
    if not value:
        return t.plain("broadcasts-everybody")
    return "; ".join(
        t.plain(
            "broadcasts-criterion",
            name=t.plain(f"broadcasts-by-{by}"),
            values=several(by, values, names, t),
        )
        for by, values in value.items()
    )


def several(by: By, values: Values, names: Names, t: Texts) -> str:
    return ", ".join(one(by, value, names, t) for value in values)


def one(by: By, value: str, names: Names, t: Texts) -> str:
    """A value of a criterion; the code itself where nothing is called so any more."""
    match by:
        case By.ROLE:
            return t.plain(f"broadcasts-role-{value}")
        case By.GRADE:
            return t.plain("broadcasts-grades", range=value.replace("-", "–"))
        case By.INTEREST:
            return t.plain(f"matches-interest-{value}")
        case By.UNCONFIRMED:
            return t.plain("broadcasts-again-of", number=value)
        case By.CITY:
            city = names.dictionaries.cities.get(value)
            return answers.name(city, t) if city else value
        case By.WISH:
            competency = names.dictionaries.competencies.get(value)
            return answers.name(competency, t) if competency else value
        case By.REGISTERED | By.CAME:
            event = names.events.get(value)
            return events.title(event, t) if event else value
        case By.APPLIED | By.COMPLETED:
            programme = names.programmes.get(value)
            return title(programme, t) if programme else value


def texts_of(content: Content, t: Texts) -> str:
    if not content.text:
        return t.plain("broadcasts-no-text")
    if not content.text_en:
        return t.plain("broadcasts-text-ru", length=content.length)
    return t.plain("broadcasts-text-both", length=content.length, english=content.length_en)


def file_of(content: Content, t: Texts) -> str:
    if content.file is None:
        return t.plain("broadcasts-no-file")
    if content.file.photo:
        return t.plain("broadcasts-photo")
    return t.plain("broadcasts-document", name=content.file.name)


def lasting(time: timedelta, t: Texts) -> str:
    seconds = time.total_seconds()
    if seconds < MINUTE:
        return t.plain("broadcasts-time-under")
    minutes = round(seconds / MINUTE)
    if minutes < HOUR // MINUTE:
        return t.plain("broadcasts-time-minutes", minutes=minutes)
    return t.plain("broadcasts-time-hours", hours=minutes // 60, minutes=minutes % 60)


def duration(count: int, rules: BroadcastRules, t: Texts) -> str:
    """At the free rate."""
    return lasting(takes(count, rules), t)
