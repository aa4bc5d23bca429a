"""One's own page, settings, and the rights over one's data."""

import orjson

from bot.handlers import participations
from bot.handlers.enrolments import tell_offered
from bot.handlers.routing import Answer, Route, Turn, command, press
from bot.views import help as help_views
from bot.views import me as views
from bot.views.screen import Screen


def page(turn: Turn, _: views.ToMe | str) -> Screen:
    desk = turn.desk
    applications = len(desk.enrolments.of(turn.person))
    saved = len(desk.programmes.saved(turn.person))
    cities = desk.world.dictionaries.cities
    events = sum(p.state.is_open for p in desk.participations.of(turn.person))
    paths = len(desk.trajectories.kept(turn.person))
    return views.page(turn.person, cities, applications, events, saved, paths, turn.t)


def settings(turn: Turn, _: views.ToSettings | str) -> Screen:
    return views.settings(turn.person, turn.t)


def ask_forget(turn: Turn, _: views.AskForget | str) -> Screen:
    return views.ask_forget(turn.t)


def forget(turn: Turn, _: views.Forget) -> Screen:
    tell_offered(turn, turn.desk.enrolments.release(turn.person))
    participations.tell_offered(turn, turn.desk.participations.release(turn.person))
    return views.forgotten(turn.desk.records.erase(turn.person), turn.t)


def export(turn: Turn, _: str) -> Answer:
    stored = turn.desk.records.export(turn.person)
    neat = orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS
    written = orjson.dumps(stored, default=sorted, option=neat)  # sets have no order of their own
    return views.exported(written.decode(), turn.t)


def stop(turn: Turn, _: str) -> Screen:
    turn.desk.people.mute(turn.person, True)
    return help_views.stopped(turn.t)


def resume(turn: Turn, _: help_views.Resume) -> Screen:
    turn.desk.people.mute(turn.person, False)
    return help_views.resumed(turn.t)


ROUTES: list[Route] = [
    command("me", page),
    command("settings", settings),
    command("forget", ask_forget),
    command("export", export),
    command("stop", stop),
    press(views.ToMe, page),
    press(views.ToSettings, settings),
    press(views.AskForget, ask_forget),
    press(views.Forget, forget),
    press(help_views.Resume, resume),
]
