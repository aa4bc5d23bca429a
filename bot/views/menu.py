"""The place that every way leads back to."""

from bot.domain.people import Person, Role
from bot.domain.questionnaires import Progress
from bot.texts import Texts
from bot.views.callbacks import Callback
from bot.views.me import ToMe, ToSettings
from bot.views.nav import ToHuman
from bot.views.programmes import ShowMatches
from bot.views.questionnaires import Begin
from bot.views.screen import Button, Screen
from bot.views.staff import ToStaff


class ToHelp(Callback, code="hp"):
    pass


def menu(
    person: Person, questionnaire: str, progress: Progress, is_staff: bool, t: Texts
) -> Screen:
    """`questionnaire` is the one that suits the person; `progress` says how far it got."""
    ask = Button(t.plain(f"menu-{questionnaire}-{progress}"), Begin(questionnaire=questionnaire))
    find = Button(t.plain("menu-find"), ShowMatches())
    mine = Button(t.plain("menu-mine"), ToMe())
    consult = Button(t.plain("menu-human"), ToHuman())
    first = (find, ask) if progress is Progress.FINISHED else (ask, find)
    choices = [*first, mine, consult]
    if is_staff:
        choices.append(Button(t.plain("menu-staff"), ToStaff()))
    nav = (
        Button(t.plain("nav-settings"), ToSettings(), ""),
        Button(t.plain("nav-help"), ToHelp(), ""),
    )
    return Screen(text=t("menu-text", role=person.role or Role.ADULT), choices=choices, nav=nav)
