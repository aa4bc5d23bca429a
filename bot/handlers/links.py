"""Where a link t.me/<bot>?start=... leads. Anybody can type one, so it is checked like a guess."""

from bot.domain.errors import NotFound
from bot.handlers import attendance, events, participations, programmes, staff
from bot.handlers.routing import Answer, Turn
from bot.handlers.trajectories import kept as paths
from bot.views.events import PAYLOAD

PROGRAMME, EVENT, STAFF = "p_", PAYLOAD, staff.INVITATION


def follow(turn: Turn, payload: str) -> Answer:
    """Raises NotFound for what leads nowhere."""
    if payload.startswith(PROGRAMME):
        return _programme(turn, payload.removeprefix(PROGRAMME))
    if payload.startswith(STAFF):
        return staff.join(turn, payload.removeprefix(STAFF))
    if payload.startswith(EVENT):
        return events.follow(turn, payload.removeprefix(EVENT))
    if payload.startswith(attendance.DOOR):
        return attendance.follow(turn, payload.removeprefix(attendance.DOOR))
    if payload.startswith(participations.FRIEND):
        return participations.join(turn, payload.removeprefix(participations.FRIEND))
    if payload.startswith(paths.SHARED):
        return paths.open_shared(turn, payload.removeprefix(paths.SHARED))
    raise NotFound


def _programme(turn: Turn, slug: str) -> Answer:
    return programmes.show_card(turn, turn.desk.programmes.by_slug(slug))
