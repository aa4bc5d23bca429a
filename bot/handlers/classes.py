"""A teacher brings a class to an event."""

from functools import partial

from bot.domain.errors import Refusal
from bot.domain.participations import (
    ClassCannotGrow,
    ClassSize,
    ClassTooSmall,
    NoClasses,
    WrongNumber,
    adults_needed,
)
from bot.domain.staff import Permission
from bot.handlers.attendance import number
from bot.handlers.participations import FRIEND, receipt, tell_offered
from bot.handlers.routing import Answer, Route, Turn, press, reply
from bot.views import classes as views
from bot.views.events import BringClass
from bot.views.screen import Screen

NEEDS = Permission.BRING_CLASS


def bring(turn: Turn, button: BringClass) -> Screen:
    """First the grades, then, when they are said, the adults."""
    event, grades = turn.desk.events.find(button.event), views.unpacked(button.grades)
    if event.groups is None:
        raise NoClasses(title=event.title_ru)
    if not grades:
        return views.ask_grade(event, {}, turn.t)
    needed = adults_needed(sum(grades.values()), event.groups.pupils_per_adult)
    return views.ask_adults(event, grades, needed, turn.t)


def choose_grade(turn: Turn, button: views.ChooseGrade) -> Screen:
    event = turn.desk.events.find(button.event)
    return views.ask_heads(event, button.grade, button.grades, turn.t)


def type_grade(turn: Turn, asked: tuple[views.TypeGrade, str]) -> Screen:
    button, typed = asked
    try:
        grade = _between(1, 11, typed)
    except WrongNumber as problem:
        event, said = turn.desk.events.find(button.event), views.unpacked(button.grades)
        return views.ask_grade(event, said, turn.t, problem)
    chosen = views.ChooseGrade(event=button.event, grade=grade, grades=button.grades)
    return choose_grade(turn, chosen)


def _between(least: int, most: int, typed: str) -> int:
    """Raises WrongNumber."""
    found = number(typed)
    if not least <= found <= most:
        raise WrongNumber(most=most)
    return found


def choose_heads(turn: Turn, button: views.ChooseHeads) -> Screen:
    grades = views.unpacked(button.grades) | {button.grade: button.heads}
    return views.ask_grade(turn.desk.events.find(button.event), grades, turn.t)


def type_heads(turn: Turn, asked: tuple[views.ChooseHeads, str]) -> Screen:
    button, typed = asked
    try:
        heads = _between(1, 99, typed)
    except WrongNumber as problem:
        event = turn.desk.events.find(button.event)
        return views.ask_heads(event, button.grade, button.grades, turn.t, problem)
    return choose_heads(turn, button.model_copy(update={"heads": heads}))


def choose_adults(turn: Turn, button: views.ChooseAdults) -> Answer:
    """A class of the wrong size is asked about anew."""
    grades = views.unpacked(button.grades)
    try:
        mine = turn.desk.joining.bring_class(turn.person, button.event, grades, button.adults)
    except ClassSize as problem:
        return views.ask_grade(turn.desk.events.find(button.event), {}, turn.t, problem)
    return receipt(turn, mine)


def show_link(turn: Turn, button: views.ToClassLink) -> Screen:
    mine, token = turn.desk.joining.invite(turn.person, button.id)
    url = f"https://t.me/{turn.desk.world.bot_name}?start={FRIEND}{token}"
    return views.link(turn.desk.events.find(mine.event_id), mine, url, turn.t)


def ask_shrink(turn: Turn, button: views.ToShrink) -> Screen:
    return _ask_shrink(turn, button)


def _ask_shrink(turn: Turn, button: views.ToShrink, problem: Refusal | None = None) -> Screen:
    mine = turn.desk.participations.find(turn.person, button.id)
    return views.ask_shrink(turn.desk.events.find(mine.event_id), mine, turn.t, problem)


def type_shrink(turn: Turn, asked: tuple[views.ToShrink, str]) -> Screen:
    button, typed = asked
    try:
        heads = number(typed)
        mine = turn.desk.joining.check_shrink(turn.person, button.id, heads)
    except (WrongNumber, ClassTooSmall, ClassCannotGrow) as problem:
        return _ask_shrink(turn, button, problem)
    return views.confirm_shrink(turn.desk.events.find(mine.event_id), mine, heads, turn.t)


def shrink(turn: Turn, button: views.Shrink) -> Screen:
    fewer, offered = turn.desk.joining.shrink_class(turn.person, button.id, button.heads)
    tell_offered(turn, offered)
    return receipt(turn, fewer)


def call_off(turn: Turn, button: views.CallOff) -> Screen:
    left, offered, pupils = turn.desk.joining.cancel_class(turn.person, button.id)
    for pupil in pupils:
        turn.tell(pupil, partial(views.called_off, turn.desk.events.find(left.event_id)))
    tell_offered(turn, offered)
    return receipt(turn, left)


ROUTES: list[Route] = [
    press(BringClass, bring, needs=NEEDS),
    press(views.ChooseGrade, choose_grade, needs=NEEDS),
    reply(views.TypeGrade, type_grade, needs=NEEDS),
    press(views.ChooseHeads, choose_heads, needs=NEEDS),
    reply(views.ChooseHeads, type_heads, needs=NEEDS),
    press(views.ChooseAdults, choose_adults, needs=NEEDS),
    press(views.ToClassLink, show_link, needs=NEEDS),
    press(views.ToShrink, ask_shrink, needs=NEEDS),
    reply(views.ToShrink, type_shrink, needs=NEEDS),
    press(views.Shrink, shrink, needs=NEEDS),
    press(views.CallOff, call_off),
]
