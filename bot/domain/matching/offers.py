"""What the catalogue knows of one programme at this moment, and how far it is from a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import asin, cos, radians, sin, sqrt

from bot.domain.network import City, Format, Group, Partner, Programme
from bot.domain.profiles import Profile

NEAR_KM = 60
_EARTH_KM = 6371.0


@dataclass(frozen=True, kw_only=True)
class GroupPlaces:
    group: Group
    left: int  # places that nobody holds


@dataclass(frozen=True, kw_only=True)
class Offer:
    programme: Programme
    partner: Partner
    groups: tuple[GroupPlaces, ...]
    agreement_open: bool  # the partner may enrol new people today
    fresh: bool = True  # the partner said lately that dates and places are still true
    confirmed_on: date | None = None  # when it did
    agreement_full: bool = False  # as many learn as the agreement is for, so it is not open

    def dates(self, today: date) -> tuple[GroupPlaces, ...]:
        """Groups that have not started yet, soonest first."""
        coming = [places for places in self.groups if places.group.starts_on >= today]
        return tuple(sorted(coming, key=lambda places: (places.group.starts_on, places.group.code)))

    def with_places(self, today: date) -> tuple[GroupPlaces, ...]:
        return tuple(places for places in self.dates(today) if places.left > 0)


def next_group(offer: Offer, profile: Profile) -> GroupPlaces | None:
    """The soonest group with a place, at a wished time of day where there is one."""
    free = offer.with_places(profile.today)
    wished = [places for places in free if places.group.daypart in profile.dayparts]
    return next(iter(wished or free), None)


def distance_km(one: City, other: City) -> float:
    """Along the surface of the Earth (haversine), kilometres."""
    lat, lon = radians(one.lat), radians(one.lon)
    other_lat, other_lon = radians(other.lat), radians(other.lon)
    across = sin((other_lat - lat) / 2) ** 2
    along = cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(across + along))


def way_km(city: str, profile: Profile, cities: Mapping[str, City]) -> float | None:
    """From the person's city to another, kilometres; None where either is not known."""
    if profile.city == city:
        return 0.0
    home = cities.get(profile.city) if profile.city else None
    there = cities.get(city)
    return distance_km(home, there) if home and there else None


def within_reach(form: Format, city: str, profile: Profile, cities: Mapping[str, City]) -> bool:
    """Online fits every city; a way that is not known does not exclude."""
    way = way_km(city, profile, cities)
    return form is Format.ONLINE or way is None or way <= NEAR_KM
