"""What people do with a mailing that they got."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.broadcasts import Target
from bot.domain.errors import NotFound
from bot.handlers.links import follow
from bot.handlers.programmes import show_card
from bot.handlers.routing import Answer, Route, Turn, press
from bot.views.broadcasts import message as views
from bot.views.screen import Screen


def open_link(turn: Turn, button: views.OpenLink) -> Answer:
    """Raises NotFound for what is gone."""
    links = turn.desk.broadcasts.find(button.broadcast).content.buttons
    if button.place >= len(links):
        raise NotFound
    link = links[button.place]
    if link.target is Target.PROGRAMME:
        return _below(show_card(turn, link.to))
    return _below(follow(turn, link.to))


def _below(answer: Answer) -> Sequence[Screen]:
    """The mailing stays as it is."""
    screens = (answer,) if isinstance(answer, Screen) else tuple(answer)
    return (replace(screens[0], anew=True), *screens[1:])


def opt_out(turn: Turn, button: views.OptOut) -> Screen:
    topic = turn.desk.subscriptions.leave(turn.person, button.broadcast)
    return views.left(topic, turn.t)


def switch(turn: Turn, button: views.Switch) -> Screen:
    turn.desk.subscriptions.switch(turn.person, button.topic, bool(button.wanted))
    return subscriptions(turn, views.ToSubscriptions())


def subscriptions(turn: Turn, _: views.ToSubscriptions) -> Screen:
    return views.subscriptions(turn.desk.subscriptions.of(turn.person), turn.t)


ROUTES: list[Route] = [
    press(views.OpenLink, open_link),
    press(views.OptOut, opt_out),
    press(views.Switch, switch),
    press(views.ToSubscriptions, subscriptions),
]
