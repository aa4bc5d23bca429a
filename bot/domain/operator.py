"""Who runs this installation, and the rules that it has set."""

from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.domain.broadcasts import BroadcastRules


@dataclass(frozen=True, kw_only=True)
class Operator:
    """The Center as the law names it: the operator of personal data (152-ФЗ art. 3)."""

    name: str
    address: str
    phone: str
    email: str
    hours: str
    site: str


@dataclass(frozen=True, kw_only=True)
class Rules:
    zone: ZoneInfo
    guest_idle: timedelta
    open_enrolments: int  # applications of one person that may be under way at once
    offer_lasts: timedelta  # how long an offered place is kept
    body_lasts: timedelta  # how long finished messages keep their text
    dedupe_lasts: timedelta  # how long a redelivered update is recognised
    consent_version: str
    stale_after: timedelta = timedelta(days=90)  # a card that nobody has confirmed since
    broadcasts: BroadcastRules = field(default_factory=BroadcastRules)
