"""From /start to the menu."""

from collections.abc import Callable
from functools import partial

from bot.domain.errors import Refusal
from bot.domain.participations import ParentRegisters
from bot.domain.people import AgeBand, Standing
from bot.handlers import events, participations, trajectories
from bot.handlers.enrolments import apply
from bot.handlers.links import accept, follow
from bot.handlers.menu import show_menu
from bot.handlers.newcomers import first_question, through_consent
from bot.handlers.routing import Answer, Route, Turn, command, press
from bot.handlers.trajectories.aims import MARK, is_open_to_guests, remembered
from bot.views import start as views
from bot.views.callbacks import Callback
from bot.views.events import Come, FollowLink, ShowEvent, ToParents
from bot.views.nav import ToMenu
from bot.views.programmes import Apply
from bot.views.refusals import refused
from bot.views.screen import Screen, added


def start(turn: Turn, payload: str) -> Answer:
    if payload:
        return follow(turn, payload)
    return next_step(turn)


def next_step(turn: Turn) -> Answer:
    """The first question that is still open; the menu when none is."""
    if turn.person.declined:
        return first_question(turn) or _arrived(turn)
    return through_consent(turn) or _arrived(turn)


def _arrived(turn: Turn) -> Answer:
    """All questions are answered: goes on with what the person wanted, else to the menu."""
    aim = turn.person.aim
    if aim is None:
        return show_menu(turn)
    arrived = turn.became(turn.desk.people.aim_at(turn.person, None))
    button = remembered(aim)
    return _resume(arrived, button) if button else apply(arrived, Apply(programme=aim))


def _resume(turn: Turn, button: Callback) -> Answer:
    """What was answered on the way stays, also when the event is not for the person."""
    match button:
        case Come():
            handle = partial(participations.come, turn, button)
        case FollowLink():
            handle = partial(follow, turn, button.payload)
        case ShowEvent():
            return events.show(turn, button)
        case _:
            return trajectories.resume(turn, button)
    try:
        return handle()
    except ParentRegisters:
        return events.to_parents(turn, ToParents(event=button.event))
    except Refusal as refusal:
        return refused(refusal, turn.t)


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
    return through_consent(turn) or _arrived(turn)


def agree(turn: Turn, _: views.Agree) -> Answer:
    question = first_question(turn)
    if question is not None:
        return question
    shown = views.consent_text(turn.desk.world.operator, turn.t)
    return _arrived(turn.became(turn.desk.people.agree(turn.person, shown)))


def stay_guest(turn: Turn, _: views.StayGuest) -> Answer:
    """Whoever wanted to apply goes back to looking; the consent is not asked for at every start."""
    declined = turn.became(turn.desk.people.decline(turn.person))
    aim = remembered(declined.person.aim)
    if isinstance(aim, Come | FollowLink):
        look = MARK + ShowEvent(event=aim.event).pack()
        declined = declined.became(turn.desk.people.aim_at(declined.person, look))
    elif not is_open_to_guests(declined.person.aim):
        declined = turn.became(turn.desk.people.aim_at(declined.person, None))
    return first_question(turn) or _arrived(declined)


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
    return first_question(turn) or show_menu(turn)


ROUTES: list[Route] = [
    command("start", start),
    command("menu", menu),
    command("privacy", privacy),
    press(ToMenu, menu),
    press(FollowLink, accept),
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
