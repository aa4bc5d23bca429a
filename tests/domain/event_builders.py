"""Events and those who come. A test names only what it is about."""

from datetime import datetime, timedelta
from typing import Any

from bot.domain.events import Event, EventType, State
from bot.domain.participations import Participation
from bot.domain.participations import State as Place
from tests.builders import NOON

STARTS = NOON + timedelta(days=10)


def event(**changes: Any) -> Event:
    starts: datetime = changes.get("starts_at", STARTS)
    usual: dict[str, Any] = {
        "id": 1,
        "slug": "weld-tryout",
        "state": State.PUBLISHED,
        "version": 1,
        "type": EventType.TRYOUT,
        "title_ru": "Проба сварщика",
        "organiser": "DP-02",
        "city": "kemerovo",
        "place": "ул. Примерная, 2, мастерская 5",
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=2),
        "grades": (7, 11),
        "capacity": 10,
    }
    return Event(**{**usual, **changes})


def participation(**changes: Any) -> Participation:
    usual: dict[str, Any] = {
        "id": 1,
        "event_id": 1,
        "person_id": 1,
        "state": Place.REGISTERED,
        "version": 1,
        "asked_at": NOON,
    }
    return Participation(**{**usual, **changes})
