"""Why a programme, and what may be in the way: facts only, the views make the words."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice
from typing import TypeAlias

from bot.domain.matching.offers import NEAR_KM, Offer, next_group, way_km, within_reach
from bot.domain.matching.questions import Question, open_questions
from bot.domain.matching.ranking import leading, strongest
from bot.domain.network import Audience, City, Format, Module
from bot.domain.profiles import Profile

_SOON = timedelta(days=30)


class ReasonKind(StrEnum):
    GAINS = "gains"  # about = competency that the person wants, amount = level afterwards
    INTEREST = "interest"  # about = interest
    SECTOR = "sector"  # about = chosen direction
    LEVEL = "level"  # about = competency, amount = level that is required and there
    DAYPART = "daypart"  # about = wished time of day
    FORMAT = "format"  # about = wished format
    NEAR = "near"  # about = city, amount = kilometres, 0 in one's own
    SOON = "soon"  # day = start within a month
    FREE = "free"
    PARTNER_NEAR = "partner_near"  # online, about = partner, amount = kilometres
    FROM_ZERO = "from_zero"  # nothing is required
    PLACES = "places"  # amount = places left in the next group
    STARTS = "starts"  # day = start


@dataclass(frozen=True, kw_only=True)
class Reason:
    kind: ReasonKind
    about: str | None = None
    amount: int | None = None
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class Lack:
    """A competency that is asked for and not there yet, and the module that gives it, if any."""

    competency: str
    need: int
    have: int
    module: Module | None = None


Gap: TypeAlias = Lack | Question


def reasons(offer: Offer, profile: Profile, cities: Mapping[str, City]) -> tuple[Reason, ...]:
    """The two most telling. An offer with a place left always has them."""
    told = (tell(offer, profile, cities) for tell in _TELLING)
    return tuple(islice((reason for reason in told if reason), 2))


def gap(
    offer: Offer,
    profile: Profile,
    cities: Mapping[str, City],
    modules: Mapping[str, Module],
    enterable: Collection[str],
) -> Gap | None:
    """The one thing to know: the largest lack of a level, else the first open question.

    `enterable`: codes of programmes open to the person, so that no module is a dead end.
    """
    lack = _lack(offer, profile)
    if lack is None:
        return next(iter(open_questions(offer, profile)), None)
    giving = [
        module
        for module in modules.values()
        if module.outcomes.get(lack.competency, 0) >= lack.need
        and module.programme in enterable
        and module.programme != offer.programme.code
    ]
    if not giving:
        return lack
    best = min(giving, key=lambda module: _effort(module, profile, cities))
    return replace(lack, module=best)


def _lack(offer: Offer, profile: Profile) -> Lack | None:
    if profile.audience is Audience.PUPIL:
        return None
    lacks = [
        Lack(competency=competency, need=need, have=profile.levels[competency])
        for competency, need in sorted(offer.programme.requires.items())
        if profile.levels.get(competency, need) < need
    ]
    return max(lacks, key=lambda lack: lack.need - lack.have, default=None)


def _effort(module: Module, profile: Profile, cities: Mapping[str, City]) -> tuple[bool, int, str]:
    reachable = within_reach(module.format, module.city, profile, cities)
    return not reachable, module.hours, module.code


def _gains(offer: Offer, profile: Profile, _: object) -> Reason | None:
    outcomes = offer.programme.outcomes
    gained = {c: outcomes.get(c, 0) - profile.levels.get(c, 0) for c in sorted(profile.wants)}
    best = max(gained, key=lambda competency: gained[competency], default=None)
    if best is None or gained[best] <= 0:
        return None
    return Reason(kind=ReasonKind.GAINS, about=best, amount=outcomes[best])


def _interest(offer: Offer, profile: Profile, _: object) -> Reason | None:
    shared = [t for t in strongest(profile) if t in leading(offer.programme)]
    return Reason(kind=ReasonKind.INTEREST, about=shared[0]) if shared else None


def _sector(offer: Offer, profile: Profile, _: object) -> Reason | None:
    sector = offer.programme.sector
    return Reason(kind=ReasonKind.SECTOR, about=sector) if sector in profile.sectors else None


def _level(offer: Offer, profile: Profile, _: object) -> Reason | None:
    requires = offer.programme.requires
    highest = max(sorted(requires), key=lambda competency: requires[competency], default=None)
    if highest is None or not requires[highest] or profile.audience is Audience.PUPIL:
        return None
    if any(profile.levels.get(competency, 0) < need for competency, need in requires.items()):
        return None
    return Reason(kind=ReasonKind.LEVEL, about=highest, amount=requires[highest])


def _daypart(offer: Offer, profile: Profile, _: object) -> Reason | None:
    group = next_group(offer, profile)
    if group is None or group.group.daypart not in profile.dayparts:
        return None
    return Reason(kind=ReasonKind.DAYPART, about=group.group.daypart)


def _format(offer: Offer, profile: Profile, _: object) -> Reason | None:
    form = offer.programme.format
    return Reason(kind=ReasonKind.FORMAT, about=form) if form in profile.formats else None


def _near(offer: Offer, profile: Profile, cities: Mapping[str, City]) -> Reason | None:
    if offer.programme.format is Format.ONLINE:
        return None
    return _nearby(ReasonKind.NEAR, offer.programme.city, offer.programme.city, profile, cities)


def _partner_near(offer: Offer, profile: Profile, cities: Mapping[str, City]) -> Reason | None:
    if offer.programme.format is not Format.ONLINE:
        return None
    partner = offer.partner
    return _nearby(ReasonKind.PARTNER_NEAR, partner.code, partner.city, profile, cities)


def _nearby(
    kind: ReasonKind, about: str, city: str, profile: Profile, cities: Mapping[str, City]
) -> Reason | None:
    way = way_km(city, profile, cities)
    if way is None or way > NEAR_KM:
        return None
    return Reason(kind=kind, about=about, amount=round(way))


def _soon(offer: Offer, profile: Profile, _: object) -> Reason | None:
    group = next_group(offer, profile)
    if group is None or group.group.starts_on > profile.today + _SOON:
        return None
    return Reason(kind=ReasonKind.SOON, day=group.group.starts_on)


def _free(offer: Offer, _: object, __: object) -> Reason | None:
    return Reason(kind=ReasonKind.FREE) if offer.programme.price == 0 else None


def _from_zero(offer: Offer, _: object, __: object) -> Reason | None:
    return None if any(offer.programme.requires.values()) else Reason(kind=ReasonKind.FROM_ZERO)


def _places(offer: Offer, profile: Profile, _: object) -> Reason | None:
    group = next_group(offer, profile)
    return Reason(kind=ReasonKind.PLACES, amount=group.left) if group else None


def _starts(offer: Offer, profile: Profile, _: object) -> Reason | None:
    group = next_group(offer, profile)
    return Reason(kind=ReasonKind.STARTS, day=group.group.starts_on) if group else None


# First what is the person's own, then what suits everybody.
_TELLING: tuple[Callable[[Offer, Profile, Mapping[str, City]], Reason | None], ...] = (
    _gains,
    _interest,
    _sector,
    _level,
    _daypart,
    _format,
    _near,
    _soon,
    _free,
    _partner_near,
    _from_zero,
    _places,
    _starts,
)
