"""Noting who came: at the door, from the list, by counting heads; and the report."""

from bot.domain.participations import WrongCode, WrongNumber
from bot.domain.staff import Permission
from bot.handlers.events import setting
from bot.handlers.routing import Route, Turn, press, reply
from bot.texts import Html
from bot.views import attendance as views
from bot.views.announcements import ToDoor, ToList, ToReport
from bot.views.participations import CheckIn
from bot.views.screen import Screen

DOOR = "in_"  # what the payload of the code at the door begins with
NEEDS = Permission.PROPOSE_EVENTS


def door(turn: Turn, button: ToDoor) -> Screen:
    code = turn.desk.attendance.code(turn.person, button.event)
    link = f"https://t.me/{turn.desk.world.bot_name}?start={DOOR}{button.event}_{code}"
    return views.door(turn.desk.events.find(button.event), code, link, turn.t)


def show_list(turn: Turn, button: ToList) -> Screen:
    expected = turn.desk.attendance.listed(turn.person, button.event)
    return views.listed(turn.desk.events.find(button.event), expected, button.page, turn.t)


def mark(turn: Turn, button: views.Mark) -> Screen:
    marked = turn.desk.attendance.mark(turn.person, button.id, button.came)
    return show_list(turn, ToList(event=marked.event_id, page=button.page))


def ask_heads(turn: Turn, button: views.CountHeads) -> Screen:
    found = turn.desk.attendance.check_count(turn.person, button.id)
    return views.ask_heads(turn.desk.events.find(found.event_id), found, turn.t)


def count_heads(turn: Turn, asked: tuple[views.CountHeads, str]) -> Screen:
    button, typed = asked
    found = turn.desk.attendance.check_count(turn.person, button.id)
    event = turn.desk.events.find(found.event_id)
    try:
        heads = number(typed)
        turn.desk.attendance.count_heads(turn.person, button.id, heads)
    except WrongNumber as problem:
        return views.ask_heads(event, found, turn.t, problem)
    return views.counted(event, heads, turn.t)


def number(typed: str) -> int:
    """Raises WrongNumber."""
    if not typed.strip().isdecimal() or len(typed.strip()) > 3:
        raise WrongNumber(most=999)
    return int(typed)


def ask_code(turn: Turn, button: CheckIn) -> Screen:
    return views.ask_code(turn.desk.events.find(button.event), turn.t)


def type_code(turn: Turn, asked: tuple[CheckIn, str]) -> Screen:
    button, typed = asked
    try:
        return _check_in(turn, button.event, typed)
    except WrongCode as problem:
        return views.ask_code(turn.desk.events.find(button.event), turn.t, problem)


def follow(turn: Turn, payload: str) -> Screen:
    """Of the QR code at the door. Raises WrongCode, DoorsClosed, NotFound."""
    event, _, code = payload.partition("_")
    return _check_in(turn, int(event) if event.isdecimal() and len(event) < 10 else 0, code)


def _check_in(turn: Turn, event_id: int, code: str) -> Screen:
    came = turn.desk.attendance.check_in(turn.person, event_id, code)
    return views.checked_in(turn.desk.events.find(came.event_id), turn.t)


def report(turn: Turn, button: ToReport) -> Screen:
    tally = turn.desk.attendance.tally(turn.person, button.event)
    unreached = turn.desk.attendance.unreached(button.event)
    event, lines = turn.desk.events.find(button.event), _lines(turn, button.event)
    return views.report(event, tally, unreached, lines, setting(turn), turn.t)


def hand_in(turn: Turn, button: views.HandIn) -> Screen:
    turn.desk.attendance.report(turn.person, button.event)
    return report(turn, ToReport(event=button.event))


def _lines(turn: Turn, event_id: int) -> list[Html]:
    """The ledger of the reminders, and how people liked it."""
    t, reminders = turn.t, turn.desk.reminders
    lines = [
        t(
            "attendance-reminders",
            rule=count.rule.split("-")[0],
            state=count.state,
            reason=count.reason or "none",
            count=count.count,
        )
        for count in reminders.ledger(event_id)
    ]
    ratings = reminders.ratings(event_id)
    answers = sum(r.count for r in ratings)
    if answers:
        mean = sum(r.stars * r.count for r in ratings) / answers
        lines.append(t("attendance-rating", mean=f"{mean:.1f}", answers=answers))
    return lines


ROUTES: list[Route] = [
    press(ToDoor, door, needs=NEEDS),
    press(ToList, show_list, needs=NEEDS),
    press(views.Mark, mark, needs=NEEDS),
    press(views.CountHeads, ask_heads),
    reply(views.CountHeads, count_heads),
    press(CheckIn, ask_code),
    reply(CheckIn, type_code),
    press(ToReport, report, needs=NEEDS),
    press(views.HandIn, hand_in, needs=NEEDS),
]
