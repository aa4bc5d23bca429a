"""What an import means for people, beside what it changes in the tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.group_changes import ChangeKind
from bot.domain.network import Format, Group, Network
from bot.domain.timetables import lessons

ACADEMIC_HOUR = 45  # minutes
LEAST_SHARE = 0.6  # of the hours in lessons; the rest may be work at home and assessment


@dataclass(frozen=True, kw_only=True)
class Touched:
    """A group that moves or is cancelled, and how many people rely on it."""

    code: str
    kind: ChangeKind
    applications: int  # that are open
    paths: int  # that are kept


@dataclass(frozen=True, kw_only=True)
class Tight:
    """A group in person whose lessons cannot hold its hours. In academic hours."""

    code: str
    held: int
    needed: int


@dataclass(frozen=True, kw_only=True)
class Consequences:
    touched: Sequence[Touched] = ()
    tight: Sequence[Tight] = ()


def tight(known: Network, wanted: Network) -> list[Tight]:
    """Of the groups that are new or change. No law says how much is taught in lessons, so this is
    a warning."""
    changed = (g for code, g in wanted.groups.items() if known.groups.get(code) != g)
    found = (_tight(group, wanted) for group in changed)
    return [one for one in found if one is not None]


def _tight(group: Group, network: Network) -> Tight | None:
    taught = network.modules.get(group.module or "") or network.programmes[group.programme]
    held = _minutes(group) // ACADEMIC_HOUR
    if taught.format is not Format.ONSITE or not group.timetable:
        return None
    if held >= LEAST_SHARE * taught.hours:
        return None
    return Tight(code=group.code, held=held, needed=taught.hours)


def _minutes(group: Group) -> int:
    return sum(
        (lesson.ends - lesson.begins) * (lesson.last - lesson.first + 1)
        for lesson in lessons(group, None)
    )
