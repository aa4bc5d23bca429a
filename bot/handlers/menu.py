"""The menu, help, and answers to what nobody asked for."""

from bot.domain.people import Role
from bot.handlers.routing import Answer, Route, Turn, command, file, press, secrets
from bot.views import help as help_views
from bot.views.desk import open_to
from bot.views.menu import ToHelp
from bot.views.menu import menu as menu_screen
from bot.views.screen import Screen


def show_menu(turn: Turn) -> Answer:
    code = own_questionnaire(turn)
    progress = turn.desk.questionnaires.state(turn.person, code)
    is_staff = bool(turn.desk.staff.roles(turn.person))
    offered = turn.desk.enrolments.offered_to(turn.person)
    return menu_screen(turn.person, code, progress, offered, is_staff, turn.t)


def own_questionnaire(turn: Turn) -> str:
    """Adults rate their skills; everybody else looks at interests."""
    return "skills" if turn.person.role is Role.ADULT else "interests"


def show_help(turn: Turn, _: ToHelp | str) -> Screen:
    duties = open_to(turn.desk.staff.permissions(turn.person), turn.t)
    return help_views.how_it_works([duty.label for duty in duties], turn.t)


def not_a_file(turn: Turn, kind: str) -> Screen:
    return help_views.not_a_file(kind, turn.t)


def keep_secrets(turn: Turn, _: str) -> Screen:
    return help_views.keep_secrets(turn.t)


ROUTES: list[Route] = [
    command("help", show_help),
    press(ToHelp, show_help),
    file(not_a_file),
    secrets(keep_secrets),
]
