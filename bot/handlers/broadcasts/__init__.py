"""Mailings: staff write, aim, send and watch them; people open them and turn them off."""

from bot.handlers.broadcasts import audience, drafts, lists, messages, running, sending
from bot.handlers.routing import Route

ROUTES: list[Route] = [
    *audience.ROUTES,
    *drafts.ROUTES,
    *lists.ROUTES,
    *messages.ROUTES,
    *running.ROUTES,
    *sending.ROUTES,
]
