"""What somebody applied for, beside what others are shown now."""

from bot.domain.enrolments import Enrolment
from bot.handlers.routing import Turn
from bot.texts import Html
from bot.views import versions as views


def note(turn: Turn, enrolment: Enrolment | None) -> list[Html]:
    """For whoever is under way with a programme, or a module, that has changed since; else []."""
    if enrolment is None or not enrolment.state.is_open:
        return []
    desk, world = turn.desk, turn.desk.world
    version = desk.versions.of(enrolment)
    module = enrolment.module_then
    changes = desk.versions.changes_since(version, module)
    since = version.made_at if version is not None and module is None else enrolment.applied_at
    partners, zone = world.catalogue.network.partners, world.rules.zone
    return views.note(since, changes, partners, world.dictionaries, zone, turn.t)
