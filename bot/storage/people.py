"""Rows of `people`, what they agreed to, and the note that somebody was erased."""

from datetime import datetime
from typing import Any

import orjson

from bot.domain.consents import Consent
from bot.domain.inbox import Incoming
from bot.domain.people import AgeBand, Education, Person, Role, Standing
from bot.domain.times import moment, optional_moment, optional_stamp, stamp
from bot.storage.sql import Sql


class PeopleStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("people", connection)

    def seen(self, incoming: Incoming, now: datetime, guest_until: datetime) -> Person:
        """The person behind what came in; a new one is a guest whose row expires."""
        row = self._sql.seen(
            channel=incoming.channel,
            account=incoming.account,
            chat=incoming.chat,
            language=incoming.language,
            now=stamp(now),
            expires_at=stamp(guest_until),
        )
        return _person(row)

    def find(self, person_id: int) -> Person | None:
        row = self._sql.find(person_id=person_id)
        return None if row is None else _person(row)

    def of_account(self, channel: str, account: int) -> Person | None:
        row = self._sql.of_account(channel=channel, account=account)
        return None if row is None else _person(row)

    def save(self, person: Person) -> None:
        changed = {
            "language_chosen": int(person.language_chosen),
            "muted": int(person.muted),
            "declined": int(person.declined),
            "expires_at": optional_stamp(person.expires_at),
        }
        known = {name: value for name, value in vars(person).items() if name in _SAVED}
        self._sql.save(**{**known, **changed})

    def expired(self, now: datetime) -> list[Person]:
        """Guests whose row is due to go, at most 500."""
        return [_person(row) for row in self._sql.expired(now=stamp(now))]

    def remove(self, person_id: int) -> None:
        self._sql.remove(person_id=person_id)

    def agree(self, person_id: int, consent: Consent) -> None:
        self._sql.agree(
            person_id=person_id,
            purpose=consent.purpose,
            version=consent.version,
            text_hash=consent.text_hash,
            now=stamp(consent.given_at),
        )

    def consents(self, person_id: int) -> list[Consent]:
        return [_consent(dict(row)) for row in self._sql.consents(person_id=person_id)]

    def withdraw_consents(self, person_id: int, now: datetime) -> None:
        self._sql.withdraw_consents(person_id=person_id, now=stamp(now))

    def note_erasure(self, counts: dict[str, int], now: datetime) -> None:
        self._sql.note_erasure(now=stamp(now), counts=orjson.dumps(counts).decode())


_SAVED = {"id", "language", "role", "age_band", "grade", "education", "city", "standing", "aim"}


def _person(row: Any) -> Person:
    values = dict(row)
    for name, kind in (("role", Role), ("age_band", AgeBand), ("education", Education)):
        values[name] = None if values[name] is None else kind(values[name])
    values["language_chosen"] = bool(values["language_chosen"])
    values["muted"] = bool(values["muted"])
    values["declined"] = bool(values["declined"])
    values["standing"] = Standing(values["standing"])
    values["created_at"] = moment(values["created_at"])
    values["expires_at"] = optional_moment(values["expires_at"])
    return Person(**values)


def _consent(values: dict[str, Any]) -> Consent:
    values["given_at"] = moment(values["given_at"])
    values["withdrawn_at"] = optional_moment(values["withdrawn_at"])
    return Consent(**values)
