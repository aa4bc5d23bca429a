"""Nobody's question is forgotten: staff hear of new ones, of those that wait, of those too late."""

from datetime import time
from functools import partial

from bot.domain.consultations import Consultation
from bot.domain.staff import Permission
from bot.services.desk import Desk
from bot.storage.database import Transaction
from bot.turns import Turns
from bot.views import answering as views

ARRIVED = "questions"  # an incident that lasts until every question is taken
MORNING, EVENING = time(9), time(21)  # outside them staff sleep too


def watch(tx: Transaction, turns: Turns) -> None:
    desk = turns.desk(tx)
    local = desk.now.astimezone(desk.world.rules.zone)
    if desk.world.office.is_open(local):
        _tell_of_new_ones(tx, turns, desk)
    if MORNING <= local.time() < EVENING:
        _remind(tx, turns, desk)
        _escalate(tx, turns, desk)


def _tell_of_new_ones(tx: Transaction, turns: Turns, desk: Desk) -> None:
    """Once, and again only after all had been taken."""
    count = desk.consultations.waiting()
    if not count:
        desk.alerts.ends(ARRIVED)
    elif desk.alerts.begins(ARRIVED):
        for member in desk.staff.permitted(Permission.ANSWER_CONSULTATIONS):
            key = f"questions:{desk.now.isoformat()}"
            turns.tell(tx, key, member, partial(views.arrived, count))


def _remind(tx: Transaction, turns: Turns, desk: Desk) -> None:
    for consultation in desk.consultations.to_remind():
        view = partial(views.waits, consultation, desk.world.rules.zone)
        for member in desk.consultations.answering(consultation):
            turns.tell(tx, f"waits:{_wait(consultation)}", member, view)


def _escalate(tx: Transaction, turns: Turns, desk: Desk) -> None:
    for consultation in desk.consultations.to_escalate():
        for member in desk.staff.administrators():
            view = partial(views.overdue, consultation)
            turns.tell(tx, f"overdue:{_wait(consultation)}", member, view)


def _wait(consultation: Consultation) -> str:
    """A question that is asked again is watched again."""
    assert consultation.waiting_since is not None
    return f"{consultation.id}:{consultation.waiting_since.isoformat()}"
