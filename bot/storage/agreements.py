"""Rows of `agreement_notices`: what staff were told of an agreement. A longer term begins anew."""

from datetime import date, datetime
from typing import Any

from bot.domain.agreements import Notice
from bot.domain.network import Agreement
from bot.domain.times import stamp
from bot.storage.sql import Sql


class AgreementStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("agreements", connection)

    def lock(self, partner: str) -> None:
        """Nobody else can enrol with the partner until the commit.

        SQLite's BEGIN IMMEDIATE holds the only write lock already; PostgreSQL locks the row.
        """
        lock = self._sql.lock if self._sql.is_sqlite else self._sql.lock_postgres
        lock(partner=partner)

    def told(self) -> set[tuple[str, date, Notice]]:
        """Number, last day, and what was said."""
        return {
            (row["agreement"], date.fromisoformat(row["valid_to"]), Notice(row["notice"]))
            for row in self._sql.told()
        }

    def note(self, agreement: Agreement, notice: Notice, now: datetime) -> None:
        self._sql.note(
            agreement=agreement.number,
            valid_to=agreement.valid_to.isoformat(),
            notice=notice,
            now=stamp(now),
        )
