"""Every feature's routes."""

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
from bot.handlers.routing import Route

FEATURES = (
    cities.ROUTES,
    consultations.ROUTES,
    enrolments.ROUTES,
    me.ROUTES,
    menu.ROUTES,
    programmes.ROUTES,
    questionnaires.ROUTES,
    results.ROUTES,
    staff.ROUTES,
    start.ROUTES,
)


def every() -> list[Route]:
    return [route for routes in FEATURES for route in routes]
