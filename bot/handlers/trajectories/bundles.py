"""Applying for the whole path at once."""

from bot.domain.enrolments import ConsentFirst
from bot.handlers.enrolments import tell_offered
from bot.handlers.routing import Answer, Route, Turn, press
from bot.handlers.trajectories.aims import remember
from bot.handlers.trajectories.conditions import words
from bot.views import start as start_views
from bot.views.trajectories import bundles as views
from bot.views.trajectories import buttons
from bot.views.trajectories import plans as plan_views


def review(turn: Turn, button: buttons.ReviewBundle) -> Answer:
    """Who is new agrees first, and comes back here."""
    service = turn.desk.trajectories
    path = service.path(turn.person, service.find(turn.person, button.id))
    if not path.plan.runs:
        return plan_views.path(path, 0, words(turn))
    if path.shut:
        return views.not_all_open(path, words(turn))
    try:
        service.check(turn.person, path)
    except ConsentFirst:
        remember(turn, button)
        return start_views.consent(turn.desk.world.operator, turn.t)
    withdrawn = service.needless(turn.person, path)
    if not withdrawn and path.applied.keys() >= {run.code for run in path.plan.runs}:
        return plan_views.path(path, 0, words(turn))
    return views.review(path, withdrawn, words(turn))


def apply(turn: Turn, button: buttons.ApplyTogether) -> Answer:
    """Only what was shown is applied for."""
    service = turn.desk.trajectories
    path = service.path(turn.person, service.find(turn.person, button.id))
    if path.mark != button.mark:
        return review(turn, buttons.ReviewBundle(id=button.id))
    withdrawn = service.needless(turn.person, path)
    bundle = service.apply(turn.person, path)
    tell_offered(turn, bundle.offered)
    office = turn.desk.world.operator
    return views.applied(path, bundle.enrolments, withdrawn, office, words(turn))


ROUTES: list[Route] = [
    press(buttons.ReviewBundle, review),
    press(buttons.ApplyTogether, apply),
]
