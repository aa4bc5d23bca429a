"""The last row of a screen: the ways on that are always there."""

from bot.texts import Texts
from bot.views.callbacks import Callback
from bot.views.screen import Button


class ToMenu(Callback, code="m"):
    pass


class ToHuman(Callback, code="hu"):
    pass


def menu(t: Texts) -> Button:
    return Button(t.plain("nav-menu"), ToMenu(), "")


def human(t: Texts) -> Button:
    return Button(t.plain("nav-human"), ToHuman(), "")


def back(t: Texts, action: Callback) -> Button:
    return Button(t.plain("nav-back"), action, "")
