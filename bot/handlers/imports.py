"""Files by which staff keep the catalogue."""

from collections.abc import Callable
from typing import Any

from bot.catalog.importing.archives import MOST_BYTES
from bot.domain.imports import EMPTY, SentFile, TakesNoFile, TooLarge
from bot.domain.network import Network
from bot.domain.staff import Permission
from bot.drawings import as_recipe
from bot.handlers.routing import Answer, Route, Turn, file, press, slow_press
from bot.views import help as help_views
from bot.views import imports as views
from bot.views.catalogue import ToCatalogue
from bot.views.screen import Screen
from bot.views.workbooks import workbook

KEEP = Permission.KEEP_CATALOGUE
MEGABYTE = 1_000_000


def desk(turn: Turn, _: views.ToImports) -> Screen:
    last = turn.desk.imports.last()
    return views.desk(last, turn.desk.world.rules.zone, ToCatalogue(), turn.t)


def receive(turn: Turn, payload: str) -> Screen:
    """Who may not keep the catalogue gets the answer that every file gets."""
    kind, _, packed = payload.partition(" ")
    if not turn.desk.staff.may(turn.person, KEEP):
        return help_views.not_a_file(kind, turn.t)
    if not packed:
        raise TakesNoFile
    sent = SentFile.unpack(packed)
    if sent.size > MOST_BYTES:
        raise TooLarge(megabytes=MOST_BYTES // MEGABYTE)
    earlier = turn.desk.imports.undecided(turn.person)
    return views.checking(turn.desk.imports.receive(turn.person, sent), earlier, turn.t)


def read(turn: Turn, button: views.ApplyUpload) -> Callable[[], tuple[int, Network | None]]:
    content = turn.desk.imports.reading(turn.person, button.upload)
    return lambda: (button.upload, content())


def apply(turn: Turn, found: tuple[int, Network | None]) -> Answer:
    upload, network = found
    done = turn.desk.imports.apply(turn.person, upload, network)
    if done is None:
        return views.stands(turn.desk.imports.state(turn.person, upload), turn.t)
    return views.applied(done.entry, done.changes, turn.t)


def drop(turn: Turn, button: views.DropUpload) -> Screen:
    if turn.desk.imports.drop(turn.person, button.upload):
        return views.dropped(turn.t)
    return views.stands(turn.desk.imports.state(turn.person, button.upload), turn.t)


def undo(turn: Turn, button: views.UndoImport) -> Screen:
    return views.undone(turn.desk.imports.undo(turn.person, button.id), turn.t)


def write_catalogue(turn: Turn, _: views.GetCatalogue) -> Callable[[], dict[str, Any]]:
    network, dictionaries = turn.desk.imports.network(), turn.desk.world.dictionaries
    return lambda: as_recipe(workbook(network, dictionaries))


def give_catalogue(turn: Turn, recipe: dict[str, Any]) -> Screen:
    return views.catalogue(recipe, turn.now, turn.desk.world.rules.zone, turn.t)


def give_template(turn: Turn, _: views.GetTemplate) -> Screen:
    recipe = as_recipe(workbook(EMPTY, turn.desk.world.dictionaries))
    return views.template(recipe, turn.t)


ROUTES: list[Route] = [
    file(receive, "document"),
    press(views.ToImports, desk, needs=KEEP),
    slow_press(views.ApplyUpload, read, apply, needs=KEEP),
    press(views.DropUpload, drop, needs=KEEP),
    press(views.UndoImport, undo, needs=KEEP),
    slow_press(views.GetCatalogue, write_catalogue, give_catalogue, needs=KEEP),
    press(views.GetTemplate, give_template, needs=KEEP),
]
