"""What people wish about reminders, and how they liked an event."""

from bot.domain.reminders import Wishes
from bot.handlers.routing import Route, Turn, press
from bot.views import reminders as views
from bot.views.participations import ToReminders
from bot.views.screen import Screen


def show_wishes(turn: Turn, _: ToReminders) -> Screen:
    return views.wishes(turn.desk.reminders.wishes(turn.person), turn.t)


def choose(turn: Turn, button: views.ChooseReminders) -> Screen:
    wished = Wishes(lead_times=views.CHOICES[button.choice])
    turn.desk.reminders.wish(turn.person, wished)
    return views.wishes(wished, turn.t)


def rate(turn: Turn, button: views.Rate) -> Screen:
    turn.desk.reminders.rate(turn.person, button.id, button.stars, None)
    return views.ask_remark(button.id, button.stars, turn.t)


def remark(turn: Turn, button: views.Remark) -> Screen:
    turn.desk.reminders.rate(turn.person, button.id, button.stars, button.remark)
    return views.thanks(turn.t)


ROUTES: list[Route] = [
    press(ToReminders, show_wishes),
    press(views.ChooseReminders, choose),
    press(views.Rate, rate),
    press(views.Remark, remark),
]
