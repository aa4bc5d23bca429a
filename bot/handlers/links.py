"""Where a link t.me/<bot>?start=... leads. Anybody can type one, so it is checked like a guess."""

from bot.domain.errors import NotFound
from bot.domain.events import Event
from bot.domain.participations import ParentRegisters
from bot.handlers import attendance, events, participations, programmes, staff
from bot.handlers.events import setting
from bot.handlers.newcomers import first_then, through_consent
from bot.handlers.routing import Answer, Turn
from bot.handlers.trajectories import kept as paths
from bot.views import events as views

PROGRAMME, EVENT, STAFF = "p_", views.PAYLOAD, staff.INVITATION


def follow(turn: Turn, payload: str) -> Answer:
    """Raises NotFound for what leads nowhere."""
    if payload.startswith(PROGRAMME):
        return _programme(turn, payload.removeprefix(PROGRAMME))
    if payload.startswith(STAFF):
        return staff.join(turn, payload.removeprefix(STAFF))
    if payload.startswith(EVENT):
        return events.follow(turn, payload.removeprefix(EVENT))
    if payload.startswith((attendance.DOOR, participations.FRIEND)):
        return _invited(turn, payload)
    if payload.startswith(paths.SHARED):
        return paths.open_shared(turn, payload.removeprefix(paths.SHARED))
    raise NotFound


def _invited(turn: Turn, payload: str) -> Answer:
    """To one event, by a friend, a teacher, or the screen at its door. A newcomer first sees what
    it is; a child under 14 gets what to show at home."""
    door = payload.startswith(attendance.DOOR)
    token = payload.removeprefix(attendance.DOOR if door else participations.FRIEND)
    event = _at_the_door(turn, token) if door else turn.desk.events.invited_to(token)
    if through_consent(turn) is not None:
        return views.invited(event, payload, setting(turn), turn.t)
    try:
        return attendance.follow(turn, token) if door else participations.join(turn, token)
    except ParentRegisters:
        return events.to_parents(turn, views.ToParents(event=event.id))


def _at_the_door(turn: Turn, token: str) -> Event:
    number = token.partition("_")[0]
    known = int(number) if number.isdecimal() and len(number) < 10 else 0
    return turn.desk.attendance.at_the_door(known)


def accept(turn: Turn, button: views.FollowLink) -> Answer:
    """Whoever is known by now goes on at once."""
    if through_consent(turn) is not None:
        return first_then(turn, button)
    return follow(turn, button.payload)


def _programme(turn: Turn, slug: str) -> Answer:
    return programmes.show_card(turn, turn.desk.programmes.by_slug(slug))
