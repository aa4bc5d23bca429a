"""Every feature's routes."""

from collections.abc import Callable

from bot.handlers import (
    cities,
    consultations,
    enrolments,
    me,
    menu,
    programmes,
    questionnaires,
    results,
    staff,
    start,
)
from bot.handlers.routing import Route, text
from bot.services.world import World


def every(world: Callable[[], World]) -> list[Route]:
    """Text that answers no question is a search in the catalogue of that moment."""
    features = (
        cities,
        consultations,
        enrolments,
        me,
        menu,
        programmes,
        questionnaires,
        results,
        staff,
        start,
    )
    search = text(lambda typed: world().catalogue.search(typed), programmes.show_found)
    return [search, *(route for feature in features for route in feature.ROUTES)]
