"""A programme as it was when somebody applied, and what has changed in it since."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.network import Module, Programme

Taught = Programme | Module


@dataclass(frozen=True, kw_only=True)
class Version:
    id: int
    programme: Programme
    made_at: datetime


class Part(StrEnum):
    """What a person would want to know of, in the order in which it is told."""

    TITLE = "title"
    KIND = "kind"
    HOURS = "hours"
    FORMAT = "format"
    PRICE = "price"
    PARTNER = "partner"
    CITY = "city"
    OUTCOMES = "outcomes"  # which skills; their levels are an inner scale that nobody is shown


@dataclass(frozen=True, kw_only=True)
class Change:
    part: Part
    before: Taught
    after: Taught


def changes(before: Taught, after: Taught) -> tuple[Change, ...]:
    """Words of the search, weights and summaries may change without being told."""
    return tuple(
        Change(part=part, before=before, after=after)
        for part in Part
        if _value(before, part) != _value(after, part)
    )


def _value(of: Taught, part: Part) -> object:
    if part is Part.TITLE:
        return of.title_ru
    if part is Part.OUTCOMES:
        return set(of.outcomes)
    return getattr(of, part, None)  # a module has no kind
