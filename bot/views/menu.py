"""The place that every way leads back to."""

from bot.domain.enrolments import Enrolment
from bot.domain.people import Person, Role
from bot.domain.questionnaires import Progress
from bot.texts import Texts
from bot.views.callbacks import Callback
from bot.views.enrolments import ShowEnrolment
from bot.views.events import ShowEvents
from bot.views.me import ToMe, ToSettings
from bot.views.nav import human
from bot.views.programmes import ShowMatches
from bot.views.questionnaires import Begin
from bot.views.screen import Button, Screen
from bot.views.staff import ToStaff
from bot.views.trajectories.buttons import AskGoal


class ToHelp(Callback, code="hp"):
    pass


def menu(
    person: Person,
    questionnaire: str,
    progress: Progress,
    offered: Enrolment | None,
    is_staff: bool,
    t: Texts,
) -> Screen:
    """`questionnaire` is the one that suits the person; `offered`: a place that waits for a yes."""
    find = Button(t.plain("menu-find"), ShowMatches())
    first = [find]
    if person.role in (Role.PUPIL, Role.ADULT):
        ask = Button(
            t.plain(f"menu-{questionnaire}-{progress}"), Begin(questionnaire=questionnaire)
        )
        first.insert(int(progress is Progress.FINISHED), ask)
    choices = [
        *first,
        *([] if person.role is Role.TEACHER else [Button(t.plain("trajectories-menu"), AskGoal())]),
        Button(t.plain("menu-events"), ShowEvents()),
        Button(t.plain("menu-mine"), ToMe()),
    ]
    if offered is not None:
        choices.insert(0, Button(t.plain("menu-offered"), ShowEnrolment(id=offered.id)))
    if is_staff:
        choices.append(Button(t.plain("menu-staff"), ToStaff()))
    nav = (
        human(t),
        Button(t.plain("nav-settings"), ToSettings(), ""),
        Button(t.plain("nav-help"), ToHelp(), ""),
    )
    return Screen(text=t("menu-text", role=person.role or Role.ADULT), choices=choices, nav=nav)
