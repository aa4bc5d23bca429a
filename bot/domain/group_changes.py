"""What an import does to a group that people have applied for, as far as they have to be told."""

from enum import StrEnum

from bot.domain.network import Group, GroupState


class ChangeKind(StrEnum):
    MOVED = "moved"  # other dates, part of the day or lessons
    CANCELLED = "cancelled"
    RESTORED = "restored"  # was cancelled, and is held after all


def change(before: Group, after: Group) -> ChangeKind | None:
    """None where nobody has to be told: the places or who may still apply are no news to them."""
    was, is_now = (group.state is GroupState.CANCELLED for group in (before, after))
    if is_now:
        return None if was else ChangeKind.CANCELLED
    if was:
        return ChangeKind.RESTORED
    return ChangeKind.MOVED if _when(before) != _when(after) else None


def _when(of: Group) -> tuple[object, ...]:
    return of.starts_on, of.ends_on, of.daypart, of.timetable
