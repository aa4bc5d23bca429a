"""Asking for a human: first what was asked often, then in one's own words."""

from datetime import datetime
from functools import partial

from bot.domain.consultations import (
    FAQ_SHOWN,
    Consultation,
    FaqAnswer,
    GrownUpAsks,
    Topic,
    expires,
    may_write,
)
from bot.domain.errors import NotFound
from bot.domain.people import AgeBand
from bot.handlers.routing import Answer, Route, Turn, press, reply
from bot.views import answering as staff_views
from bot.views import consultations as views
from bot.views.nav import ToHuman
from bot.views.screen import Screen
from bot.views.start import welcome


def topics(turn: Turn, _: ToHuman) -> Screen:
    has_asked = bool(turn.desk.consultations.of(turn.person))
    return views.topics(turn.desk.world.operator, has_asked, turn.t)


def faq(turn: Turn, button: views.AskAbout) -> Screen:
    known = [answer for answer in turn.desk.world.faq if button.topic in answer.topics]
    return views.faq(button.topic, known[:FAQ_SHOWN], turn.t)


def show_answer(turn: Turn, button: views.ShowAnswer) -> Screen:
    return views.faq_answer(button.topic, _answer(turn, button.answer), turn.t)


def _answer(turn: Turn, wanted: str) -> FaqAnswer:
    """Raises NotFound for one that the file no longer holds."""
    for answer in turn.desk.world.faq:
        if answer.id == wanted:
            return answer
    raise NotFound


def helped(turn: Turn, _: views.Helped) -> Screen:
    return views.glad(turn.t)


def write(turn: Turn, button: views.Write) -> Answer:
    """Who has not said yet how old they are says so first. Raises GrownUpAsks."""
    person = turn.person
    if may_write(person):
        return views.write(button.topic, turn.t)
    if person.age_band is AgeBand.UNDER_14:
        raise GrownUpAsks
    return welcome(False, turn.t)


def ask(turn: Turn, came: tuple[views.Write, str]) -> Screen:
    return _asked(turn, came[0].topic, came[1])


def ask_without_words(turn: Turn, button: views.AskWithoutWords) -> Screen:
    return _asked(turn, button.topic, "")


def _asked(turn: Turn, topic: Topic, typed: str) -> Screen:
    return _noted(turn, turn.desk.consultations.ask(turn.person, topic, typed))


def write_more(turn: Turn, button: views.AskMore) -> Screen:
    return views.write_more(turn.desk.consultations.find(turn.person, button.id), turn.t)


def ask_more(turn: Turn, came: tuple[views.AskMore, str]) -> Screen:
    return _noted(turn, turn.desk.consultations.ask_more(turn.person, came[0].id, came[1]))


def _noted(turn: Turn, consultation: Consultation) -> Screen:
    """Who has answered already is told that somebody waits again, and not of every word."""
    for member in turn.desk.consultations.to_hear(consultation):
        turn.tell(member, partial(staff_views.said_more, consultation))
    world = turn.desk.world
    return views.asked(
        consultation,
        _opening(turn),
        expires(turn.person),
        world.operator,
        world.rules.zone,
        turn.t,
    )


def _opening(turn: Turn) -> datetime | None:
    """When the office opens, in case it is closed now."""
    world = turn.desk.world
    local = turn.now.astimezone(world.rules.zone)
    return None if world.office.is_open(local) else world.office.next_opening(local)


def mine(turn: Turn, button: views.MyQuestions) -> Screen:
    zone = turn.desk.world.rules.zone
    return views.mine(turn.desk.consultations.of(turn.person), button.page, zone, turn.t)


def show(turn: Turn, button: views.ShowQuestion) -> Screen:
    consultation = turn.desk.consultations.find(turn.person, button.id)
    messages = turn.desk.consultations.messages(turn.person, button.id)
    zone = turn.desk.world.rules.zone
    return views.question(consultation, messages, button.page, zone, turn.t)


def thank(turn: Turn, button: views.Thank) -> Screen:
    return views.closed(turn.desk.consultations.thank(turn.person, button.id), turn.t)


ROUTES: list[Route] = [
    press(ToHuman, topics),
    press(views.AskAbout, faq),
    press(views.ShowAnswer, show_answer),
    press(views.Helped, helped),
    press(views.Write, write),
    reply(views.Write, ask),
    press(views.AskWithoutWords, ask_without_words),
    press(views.AskMore, write_more),
    reply(views.AskMore, ask_more),
    press(views.MyQuestions, mine),
    press(views.ShowQuestion, show),
    press(views.Thank, thank),
]
