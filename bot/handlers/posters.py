"""Posters of events that are announced."""

from bot.domain.errors import NotFound
from bot.handlers.events import setting
from bot.handlers.routing import Route, Turn, press
from bot.views import posters as views
from bot.views.events import ToPoster
from bot.views.screen import Screen


def show(turn: Turn, button: ToPoster) -> Screen:
    """Holds nothing that is not announced to everybody. Raises NotFound for what is not."""
    event = turn.desk.events.find(button.event)
    if not event.state.is_announced:
        raise NotFound
    return views.shown(event, setting(turn), turn.desk.world.bot_name, turn.t)


ROUTES: list[Route] = [press(ToPoster, show)]
