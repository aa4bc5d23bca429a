from bot.handlers.routing import Route, Turn, press
from bot.views import consultations as views
from bot.views.nav import ToHuman
from bot.views.screen import Screen


def topics(turn: Turn, _: ToHuman) -> Screen:
    return views.topics(turn.desk.world.operator, turn.t)


def ask(turn: Turn, button: views.AskAbout) -> Screen:
    consultation = turn.desk.consultations.ask(turn.person, button.topic)
    return views.asked(consultation, turn.desk.world.operator, turn.t)


ROUTES: list[Route] = [
    press(ToHuman, topics),
    press(views.AskAbout, ask),
]
