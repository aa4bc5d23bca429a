"""What somebody applied for, beside what others are shown now."""

from bot.domain.enrolments import Enrolment
from bot.handlers.routing import Turn
from bot.texts import Html
from bot.views import versions as views


def note(turn: Turn, enrolment: Enrolment | None) -> list[Html]:
    """For whoever is under way with a programme that has changed since; else []."""
    if enrolment is None or not enrolment.state.is_open:
        return []
    desk, world = turn.desk, turn.desk.world
    version = desk.versions.of(enrolment)
    changes = desk.versions.changes_since(version)
    partners, zone = world.catalogue.network.partners, world.rules.zone
    return views.note(version, changes, partners, world.dictionaries, zone, turn.t)
