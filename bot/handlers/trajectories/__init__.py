"""The constructor in the chat: a goal, conditions, a path of modules, and applying for all."""

from bot.handlers.routing import Answer, Turn
from bot.handlers.trajectories import bundles, conditions, goals, kept, plans
from bot.views.callbacks import Callback

ROUTES = [*goals.ROUTES, *conditions.ROUTES, *plans.ROUTES, *kept.ROUTES, *bundles.ROUTES]
_AT_ONCE = {route.name: route.handle for route in ROUTES if route.prepare is None}


def resume(turn: Turn, button: Callback) -> Answer:
    """Goes on where the person had to stop. Only buttons that need no slow work are remembered."""
    return _AT_ONCE[button.code](turn, button)
