"""What has to be known of a newcomer before they go on with what they came for."""

from bot.domain.people import Role
from bot.handlers.routing import Turn
from bot.handlers.trajectories.aims import remember
from bot.views import start as views
from bot.views.callbacks import Callback
from bot.views.screen import Screen


def first_question(turn: Turn) -> Screen | None:
    """Who the person is; None when that is known. Consent comes after it: it depends on the age."""
    person = turn.person
    if person.role is None:
        return None if turn.desk.staff.roles(person) else views.welcome(False, turn.t)
    if person.age_band is None and person.role in views.BANDS:
        return views.age(person, turn.t)
    if person.role is Role.PUPIL and person.education is None and person.age_band is not None:
        return views.grade(person.age_band, turn.t)
    if person.role is Role.ADULT and person.education is None:
        return views.education(turn.t)
    if person.role is Role.GUARDIAN and person.grade is None:
        return views.grade_of_child(turn.t)
    return None


def through_consent(turn: Turn) -> Screen | None:
    """The question that is still open, the consent last; None when all is said."""
    question = first_question(turn)
    if question is None and turn.desk.people.must_ask(turn.person):
        return views.consent(turn.desk.world.operator, turn.t)
    return question


def first_then(turn: Turn, button: Callback) -> Screen:
    """Asks what is still open; with the last answer the person goes on as if they had pressed
    `button`. Only for somebody of whom something is open."""
    remember(turn, button)
    question = through_consent(turn)
    return question or views.consent(turn.desk.world.operator, turn.t)
