"""The questions of people, for those who answer them."""

from functools import partial

from bot.domain.staff import Permission
from bot.handlers.routing import Route, Turn, press, reply
from bot.views import answering as views
from bot.views import consultations as asker_views
from bot.views.screen import Screen


def inbox(turn: Turn, button: views.ToInbox) -> Screen:
    desk = turn.desk
    listed, pages = desk.consultations.inbox(turn.person, button.inbox, button.page)
    sees_all = desk.staff.may(turn.person, Permission.SEE_CONSULTATIONS)
    cities = desk.world.dictionaries.cities
    return views.inbox(button.inbox, listed, button.page, pages, sees_all, turn.now, cities, turn.t)


def show(turn: Turn, button: views.ShowCase) -> Screen:
    return _case(turn, button.id, button.page)


def _case(turn: Turn, number: int, page: int = 0) -> Screen:
    world = turn.desk.world
    (consultation, person), messages = turn.desk.consultations.case(turn.person, number)
    cities, zone = world.dictionaries.cities, world.rules.zone
    return views.case(consultation, person, messages, page, turn.person, cities, zone, turn.t)


def take(turn: Turn, button: views.Take) -> Screen:
    turn.desk.consultations.take(turn.person, button.id)
    return _case(turn, button.id)


def release(turn: Turn, button: views.Release) -> Screen:
    turn.desk.consultations.release(turn.person, button.id)
    return _case(turn, button.id)


def write(turn: Turn, button: views.Reply) -> Screen:
    consultation, person = turn.desk.consultations.taken(turn.person, button.id)
    return views.reply(consultation, person, turn.t)


def answer(turn: Turn, came: tuple[views.Reply, str]) -> Screen:
    """The asker is told at once."""
    button, typed = came
    (consultation, asker), text = turn.desk.consultations.answer(turn.person, button.id, typed)
    turn.tell(asker, partial(asker_views.answered, consultation, text))
    return views.sent(consultation, turn.t)


ROUTES: list[Route] = [
    press(views.ToInbox, inbox, needs=Permission.ANSWER_CONSULTATIONS),
    press(views.ShowCase, show, needs=Permission.ANSWER_CONSULTATIONS),
    press(views.Take, take, needs=Permission.ANSWER_CONSULTATIONS),
    press(views.Release, release, needs=Permission.ANSWER_CONSULTATIONS),
    press(views.Reply, write, needs=Permission.ANSWER_CONSULTATIONS),
    reply(views.Reply, answer, needs=Permission.ANSWER_CONSULTATIONS),
]
