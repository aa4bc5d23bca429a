"""From /start to the menu."""

from collections.abc import Callable

from bot.domain.people import AgeBand, Role, Standing
from bot.handlers import trajectories
from bot.handlers.enrolments import apply
from bot.handlers.links import follow
from bot.handlers.menu import show_menu
from bot.handlers.routing import Answer, Route, Turn, command, press
from bot.handlers.trajectories.aims import is_open_to_guests, remembered
from bot.views import start as views
from bot.views.nav import ToMenu
from bot.views.programmes import Apply
from bot.views.screen import Screen, added


def start(turn: Turn, payload: str) -> Answer:
    if payload:
        return follow(turn, payload)
    return next_step(turn)


def next_step(turn: Turn) -> Answer:
    """The first question that is still open; the menu when none is."""
    if turn.person.declined:
        return _first_question(turn) or _arrived(turn)
    return _through_consent(turn)


def _through_consent(turn: Turn) -> Answer:
    question = _first_question(turn)
    if question is None and turn.desk.people.must_ask(turn.person):
        question = views.consent(turn.desk.world.operator, turn.t)
    return question or _arrived(turn)


def _arrived(turn: Turn) -> Answer:
    """All questions are answered: goes on with what the person wanted, else to the menu."""
    aim = turn.person.aim
    if aim is None:
        return show_menu(turn)
    arrived = turn.became(turn.desk.people.aim_at(turn.person, None))
    path = remembered(aim)
    return trajectories.resume(arrived, path) if path else apply(arrived, Apply(programme=aim))


def _first_question(turn: Turn) -> Screen | None:
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


def welcome(turn: Turn, _: views.ToStart) -> Answer:
    return views.welcome(turn.person.role is not None, turn.t)


def choose_role(turn: Turn, button: views.ChooseRole) -> Answer:
    return next_step(turn.became(turn.desk.people.choose_role(turn.person, button.role)))


def choose_age(turn: Turn, button: views.ChooseAge) -> Answer:
    return next_step(turn.became(turn.desk.people.choose_age(turn.person, button.band)))


def choose_grade(turn: Turn, button: views.ChooseGrade) -> Answer:
    """A child is told at once what is kept and what needs a parent."""
    child = turn.became(turn.desk.people.choose_grade(turn.person, button.grade))
    if child.person.age_band is AgeBand.UNDER_14 and child.person.aim is None:
        return views.for_children(turn.desk.world.rules.guest_idle, turn.t)
    return next_step(child)


def choose_education(turn: Turn, button: views.ChooseEducation) -> Answer:
    changed = turn.desk.people.choose_education(turn.person, button.education)
    return next_step(turn.became(changed))


def consent(turn: Turn, _: views.ToConsent) -> Answer:
    """Asked for by the person, so also of somebody who declined it before."""
    return _through_consent(turn)


def agree(turn: Turn, _: views.Agree) -> Answer:
    question = _first_question(turn)
    if question is not None:
        return question
    shown = views.consent_text(turn.desk.world.operator, turn.t)
    return _arrived(turn.became(turn.desk.people.agree(turn.person, shown)))


def stay_guest(turn: Turn, _: views.StayGuest) -> Answer:
    """Whoever wanted to apply goes back to looking; the consent is not asked for at every start."""
    declined = turn.became(turn.desk.people.decline(turn.person))
    if not is_open_to_guests(declined.person.aim):
        declined = turn.became(turn.desk.people.aim_at(declined.person, None))
    return _first_question(turn) or _arrived(declined)


def privacy(turn: Turn, _: views.ToPrivacy | str) -> Screen:
    decided = turn.person.standing is not Standing.GUEST
    screen = views.privacy(turn.desk.world.operator, decided, turn.t)
    return added(screen, [turn.t("calendars-privacy")]) if turn.desk.world.base_url else screen


def speak(language: str) -> Callable[[Turn, object], Answer]:
    def handle(turn: Turn, _: object) -> Answer:
        return next_step(turn.became(turn.desk.people.choose_language(turn.person, language)))

    return handle


def menu(turn: Turn, _: ToMenu | str) -> Answer:
    """A newcomer's first questions come before the menu, but a guest is not asked twice."""
    return _first_question(turn) or show_menu(turn)


ROUTES: list[Route] = [
    command("start", start),
    command("menu", menu),
    command("privacy", privacy),
    press(ToMenu, menu),
    press(views.ToStart, welcome),
    press(views.ChooseRole, choose_role),
    press(views.ChooseAge, choose_age),
    press(views.ChooseGrade, choose_grade),
    press(views.ChooseEducation, choose_education),
    press(views.ToConsent, consent),
    press(views.Agree, agree),
    press(views.StayGuest, stay_guest),
    press(views.ToPrivacy, privacy),
    press(views.SpeakEnglish, speak("en")),
    press(views.SpeakRussian, speak("ru")),
]
