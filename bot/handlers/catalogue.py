from bot.domain.staff import Permission
from bot.handlers.routing import Route, Turn, press
from bot.views import catalogue as views
from bot.views.screen import Screen


def desk(turn: Turn, _: views.ToCatalogue) -> Screen:
    return views.desk(turn.t)


ROUTES: list[Route] = [press(views.ToCatalogue, desk, needs=Permission.KEEP_CATALOGUE)]
