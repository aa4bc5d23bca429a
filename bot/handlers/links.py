"""Where a link t.me/<bot>?start=... leads. Anybody can type one, so it is checked like a guess."""

from bot.domain.errors import NotFound
from bot.handlers import programmes
from bot.handlers.routing import Answer, Turn
from bot.views import staff as staff_views

PROGRAMME, STAFF = "p_", "s_"


def follow(turn: Turn, payload: str) -> Answer:
    """Raises NotFound or InvitationUsed for what leads nowhere."""
    if payload.startswith(PROGRAMME):
        return _programme(turn, payload.removeprefix(PROGRAMME))
    if payload.startswith(STAFF):
        return _staff(turn, payload.removeprefix(STAFF))
    raise NotFound


def _programme(turn: Turn, slug: str) -> Answer:
    return programmes.show_card(turn, turn.desk.programmes.by_slug(slug))


def _staff(turn: Turn, token: str) -> Answer:
    member = turn.desk.staff.accept(turn.person, token)
    return staff_views.welcome(turn.desk.staff.roles(member), turn.became(member).t)
