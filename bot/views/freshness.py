"""A card that nobody has confirmed for long, and the button for those who may."""

from datetime import date

from bot.domain.network import Programme
from bot.domain.operator import Operator
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.callbacks import Callback
from bot.views.nav import menu
from bot.views.programmes import ShowProgramme, title
from bot.views.screen import Button, Screen


class Confirm(Callback, code="frs"):
    programme: str


def note(confirmed_on: date, office: Operator, t: Texts) -> Html:
    return t("freshness-stale", day=dates.short(confirmed_on, t), phone=office.phone)


def button(programme: str, t: Texts) -> Button:
    return Button(t.plain("freshness-confirm"), Confirm(programme=programme))


def confirmed(programme: Programme, today: date, t: Texts) -> Screen:
    known = ShowProgramme(programme=programme.code)
    return Screen(
        text=t("freshness-confirmed", title=title(programme, t), day=dates.short(today, t)),
        choices=(Button(t.plain("enrolments-open-programme"), known),),
        nav=(menu(t),),
    )
