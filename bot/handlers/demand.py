"""What people miss, for those who keep the catalogue."""

from bot.domain.staff import Permission
from bot.handlers.routing import Route, Turn, press
from bot.views import demand as views
from bot.views.catalogue import ToCatalogue
from bot.views.screen import Screen


def page(turn: Turn, button: views.ShowDemand) -> Screen:
    demand, today = turn.desk.demand, turn.desk.programmes.today
    return views.page(
        demand.lately(button.weeks),
        demand.places(),
        demand.since(button.weeks),
        today,
        turn.desk.world.dictionaries,
        ToCatalogue(),
        turn.t,
    )


ROUTES: list[Route] = [press(views.ShowDemand, page, needs=Permission.KEEP_CATALOGUE)]
