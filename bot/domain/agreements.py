"""Until when a partner may enrol, for how many, and when staff hear of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.errors import Refusal
from bot.domain.network import Agreement

NEARLY = 0.9  # of the learners that an agreement is for


class AgreementFull(Refusal):
    """As many learn under the agreement as it is for."""

    text = "agreements-error-full"


class Notice(StrEnum):
    """What staff are told of an agreement, once each."""

    IN_60_DAYS = "in_60_days"
    IN_30_DAYS = "in_30_days"
    IN_7_DAYS = "in_7_days"
    OVER = "over"
    NEARLY_FULL = "nearly_full"
    FULL = "full"


_ENDING = ((7, Notice.IN_7_DAYS), (30, Notice.IN_30_DAYS), (60, Notice.IN_60_DAYS))


@dataclass(frozen=True, kw_only=True)
class Room:
    """How many learn under the agreements of a partner that are in force, and for how many."""

    learners: int
    limit: int

    @property
    def full(self) -> bool:
        return self.learners >= self.limit

    @property
    def notice(self) -> Notice | None:
        if self.full:
            return Notice.FULL
        return Notice.NEARLY_FULL if self.learners >= NEARLY * self.limit else None


@dataclass(frozen=True, kw_only=True)
class Standing:
    """An agreement on one day, with what hangs on it."""

    agreement: Agreement
    days_left: int  # 0 on its last day, less when it is over
    renewed: bool  # another one of the partner goes on where it ends
    programmes: int
    modules: int  # that the partner gives in programmes of others
    running: int  # groups that have begun and not ended
    coming: int  # groups that are to begin
    learners: int  # people with a place in those groups
    room: Room | None  # None: not limited, or not in force


@dataclass(frozen=True, kw_only=True)
class Due:
    """Something to be told of an agreement."""

    standing: Standing
    notice: Notice


def notices(standing: Standing) -> Sequence[Notice]:
    """All that is true of it today. Nothing hangs on the end of one that another one follows."""
    found = [] if standing.renewed else [_ending(standing.days_left)]
    if standing.room is not None:
        found.append(standing.room.notice)
    return [notice for notice in found if notice is not None]


def _ending(days_left: int) -> Notice | None:
    """The nearest of the thresholds only, so that a late look does not tell all of them."""
    if days_left < 0:
        return Notice.OVER
    return next((notice for days, notice in _ENDING if days_left <= days), None)
