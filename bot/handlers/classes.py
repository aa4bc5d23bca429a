"""A teacher brings a class to an event."""

from bot.domain.participations import (
    ClassSize,
    Kind,
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
    """Raises WrongNumber."""
    button, typed = asked
    grade = number(typed)
    if not 1 <= grade <= 11:
        raise WrongNumber(most=11)
    chosen = views.ChooseGrade(event=button.event, grade=grade, grades=button.grades)
    return choose_grade(turn, chosen)


def choose_heads(turn: Turn, button: views.ChooseHeads) -> Screen:
    grades = views.unpacked(button.grades) | {button.grade: button.heads}
    return views.ask_grade(turn.desk.events.find(button.event), grades, turn.t)


def type_heads(turn: Turn, asked: tuple[views.ChooseHeads, str]) -> Screen:
    button, typed = asked
    heads = number(typed)
    if not 1 <= heads <= 99:
        raise WrongNumber(most=99)
    return choose_heads(turn, button.model_copy(update={"heads": heads}))


def choose_adults(turn: Turn, button: views.ChooseAdults) -> Answer:
    grades = views.unpacked(button.grades)
    mine = turn.desk.joining.bring_class(turn.person, button.event, grades, button.adults)
    return receipt(turn, mine)


def show_link(turn: Turn, button: views.ToClassLink) -> Screen:
    mine, token = turn.desk.joining.invite(turn.person, button.id)
    url = f"https://t.me/{turn.desk.world.bot_name}?start={FRIEND}{token}"
    return views.link(turn.desk.events.find(mine.event_id), mine, url, turn.t)


def ask_shrink(turn: Turn, button: views.ToShrink) -> Screen:
    mine = turn.desk.participations.find(turn.person, button.id)
    return views.ask_shrink(turn.desk.events.find(mine.event_id), mine, turn.t)


def shrink(turn: Turn, asked: tuple[views.ToShrink, str]) -> Screen:
    button, typed = asked
    mine = turn.desk.participations.find(turn.person, button.id)
    if mine.kind is not Kind.CLASS:
        raise ClassSize(smallest=1, largest=mine.places)
    fewer, offered = turn.desk.joining.shrink_class(turn.person, mine.id, number(typed))
    tell_offered(turn, offered)
    return receipt(turn, fewer)


ROUTES: list[Route] = [
    press(BringClass, bring, needs=NEEDS),
    press(views.ChooseGrade, choose_grade, needs=NEEDS),
    reply(views.TypeGrade, type_grade, needs=NEEDS),
    press(views.ChooseHeads, choose_heads, needs=NEEDS),
    reply(views.ChooseHeads, type_heads, needs=NEEDS),
    press(views.ChooseAdults, choose_adults, needs=NEEDS),
    press(views.ToClassLink, show_link, needs=NEEDS),
    press(views.ToShrink, ask_shrink, needs=NEEDS),
    reply(views.ToShrink, shrink, needs=NEEDS),
]
