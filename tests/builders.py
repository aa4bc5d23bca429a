"""Ordinary objects with sensible defaults. A test names only what it is about."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.catalog.search import Lexicon
from bot.catalog.snapshot import Catalogue
from bot.domain.consultations import OfficeHours
from bot.domain.inbox import Incoming, Kind
from bot.domain.network import (
    Agreement,
    AgreementKind,
    City,
    Competency,
    DayPart,
    Dictionaries,
    Group,
    Network,
    Resource,
    ResourceKind,
    Sector,
)
from bot.domain.operator import Operator, Rules
from bot.domain.outbox import Body, Lane, Outgoing, Policy
from bot.services.world import World
from bot.views.callbacks import Seal
from tests.domain.matching_builders import TOLERANCES, WEIGHTS, partner, programme

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TODAY = date(2026, 3, 2)
SEAL = Seal(b"a key for tests")
ANNA, BORIS, CLARA = 10, 20, 30

OPERATOR = Operator(
    name="Центр",
    address="Кемерово",
    phone="8 000",
    email="a@b.example",
    hours="9-18",
    site="https://copp.example",
)
RULES = Rules(
    zone=ZoneInfo("Asia/Novokuznetsk"),
    guest_idle=timedelta(hours=24),
    open_enrolments=3,
    offer_lasts=timedelta(hours=48),
    body_lasts=timedelta(days=1),
    dedupe_lasts=timedelta(days=7),
    consent_version="1",
)
DICTIONARIES = Dictionaries(
    cities={
        "kemerovo": City(
            code="kemerovo", name_ru="Кемерово", name_en="Kemerovo", lat=55.355, lon=86.087
        ),
        "yurga": City(code="yurga", name_ru="Юрга", name_en="Yurga", lat=55.723, lon=84.886),
    },
    sectors={"machinery": Sector(code="machinery", name_ru="Станки и сварка", name_en="Machinery")},
    competencies={
        "mach.weld": Competency(
            code="mach.weld", name_ru="Сварка", name_en="Welding", group="machinery"
        )
    },
)


def incoming(**changes: Any) -> Incoming:
    usual: dict[str, Any] = {
        "channel": "telegram",
        "dedupe_key": "1",
        "account": ANNA,
        "chat": str(changes.get("account", ANNA)),
        "kind": Kind.COMMAND,
        "payload": "start",
        "received_at": NOON,
        "language": "ru",
    }
    return Incoming(**{**usual, **changes})


def outgoing(**changes: Any) -> Outgoing:
    usual: dict[str, Any] = {
        "dedupe_key": "broadcast:1:10",
        "channel": "telegram",
        "chat": str(ANNA),
        "lane": Lane.BROADCAST,
        "policy": Policy.AT_MOST_ONCE,
        "body": Body(text="News", rows=[]),
    }
    return Outgoing(**{**usual, **changes})


def group(**changes: Any) -> Group:
    usual: dict[str, Any] = {
        "code": "G-1",
        "programme": "P-1",
        "starts_on": TODAY + timedelta(days=30),
        "ends_on": TODAY + timedelta(days=60),
        "daypart": DayPart.EVENING,
        "seats": 1,
    }
    return Group(**{**usual, **changes})


def resource(**changes: Any) -> Resource:
    usual: dict[str, Any] = {
        "code": "R-1",
        "partner": "DP-02",
        "kind": ResourceKind.SITE,
        "name_ru": "Мастерская",
        "name_en": None,
        "capacity": 12,
        "conditions": "инструктаж",
    }
    return Resource(**{**usual, **changes})


def network(*groups: Group, **changes: Any) -> Network:
    """One partner with one programme in the given groups."""
    known = groups or (group(),)
    usual: dict[str, Any] = {
        "partners": {"DP-02": partner()},
        "agreements": {
            "A-1": Agreement(
                number="A-1",
                partner="DP-02",
                kind=AgreementKind.NETWORK,
                valid_from=TODAY - timedelta(days=30),
                valid_to=TODAY + timedelta(days=300),
            )
        },
        "programmes": {code: programme(code=code, slug=code.lower()) for code in _codes(known)},
        "modules": {},
        "groups": {g.code: g for g in known},
    }
    return Network(**{**usual, **changes})


def _codes(groups: Sequence[Group]) -> list[str]:
    return list(dict.fromkeys(g.programme for g in groups))


def world(
    given: Network | None = None, dictionaries: Dictionaries = DICTIONARIES, **changes: Any
) -> World:
    usual: dict[str, Any] = {
        "catalogue": Catalogue(1, given or network(), dictionaries, Lexicon()),
        "questionnaires": {},
        "operator": OPERATOR,
        "rules": RULES,
        "weights": WEIGHTS,
        "tolerances": TOLERANCES,
        "office": OfficeHours(),
        "faq": (),
        "staff_chat": None,
        "bot_name": "traektoria_bot",
    }
    return World(**{**usual, **changes})
