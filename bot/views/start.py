"""The first minute: who are you, how old, what may we keep."""

from datetime import timedelta

from bot.domain.operator import Operator
from bot.domain.people import AgeBand, Education, Person, Role
from bot.texts import Html, Texts
from bot.views.callbacks import Callback
from bot.views.nav import ToMenu, back, menu
from bot.views.screen import Button, Screen


class ToStart(Callback, code="st"):
    pass


class ChooseRole(Callback, code="ro"):
    role: Role


class ChooseAge(Callback, code="ag"):
    band: AgeBand


class ChooseGrade(Callback, code="gr"):
    grade: int


class ChooseEducation(Callback, code="ed"):
    education: Education


class ToConsent(Callback, code="cs"):
    pass


class Agree(Callback, code="ok"):
    pass


class StayGuest(Callback, code="gu"):
    pass


class ToPrivacy(Callback, code="pv"):
    pass


class SpeakEnglish(Callback, code="en"):
    pass


class SpeakRussian(Callback, code="ru"):
    pass


BANDS = {
    Role.PUPIL: (AgeBand.UNDER_14, AgeBand.FROM_14, AgeBand.FROM_18),
    Role.ADULT: (AgeBand.FROM_18, AgeBand.FROM_50),
}
GRADES = {
    AgeBand.UNDER_14: (5, 6, 7, 8),
    AgeBand.FROM_14: (7, 8, 9, 10, 11),
    AgeBand.FROM_18: (10, 11),
}


def welcome(known: bool, t: Texts) -> Screen:
    """`known`: the person only wants to change who they are, and may leave it."""
    choices = [Button(t.plain(f"start-role-{role}"), ChooseRole(role=role)) for role in Role]
    nav = (menu(t),) if known else (other_language(t),)
    return Screen(text=t("start-role" if known else "start-welcome"), choices=choices, nav=nav)


def other_language(t: Texts) -> Button:
    """Named in the language that it leads to."""
    if t.language == "en":
        return Button("На русском", SpeakRussian(), "")
    return Button("In English", SpeakEnglish(), "")


def age(person: Person, t: Texts) -> Screen:
    bands = BANDS[person.role or Role.ADULT]
    choices = [
        Button(t.plain(f"start-age-{band.replace('_', '-')}"), ChooseAge(band=band))
        for band in bands
    ]
    return Screen(text=t("start-age"), choices=choices, nav=(back(t, ToStart()),))


def grade(band: AgeBand, t: Texts) -> Screen:
    choices = [
        Button(t.plain("start-grade-number", grade=n), ChooseGrade(grade=n), str(n))
        for n in GRADES[band]
    ]
    if band is not AgeBand.UNDER_14:
        studying = ChooseEducation(education=Education.STUDYING)
        choices.append(Button(t.plain("start-grade-none"), studying, "0"))
    return Screen(text=t("start-grade"), choices=choices, nav=(back(t, ToStart()),))


def for_children(kept: timedelta, t: Texts) -> Screen:
    """Under 14: everything but applying, and nothing is kept for long."""
    hours = round(kept / timedelta(hours=1))
    choices = (Button(t.plain("start-children-go"), ToMenu()),)
    return Screen(text=t("start-children", hours=hours), choices=choices, nav=(back(t, ToStart()),))


def grade_of_child(t: Texts) -> Screen:
    """A guardian's: near enough to find what is open to the child."""
    choices = [Button(t.plain(f"start-child-{n}"), ChooseGrade(grade=n)) for n in (6, 7, 8, 9, 10)]
    return Screen(text=t("start-child"), choices=choices, nav=(back(t, ToStart()),))


def education(t: Texts) -> Screen:
    choices = [
        Button(t.plain(f"start-education-{e}"), ChooseEducation(education=e)) for e in Education
    ]
    return Screen(text=t("start-education"), choices=choices, nav=(back(t, ToStart()),))


def consent(operator: Operator, t: Texts) -> Screen:
    choices = (
        Button(t.plain("consent-agree"), Agree()),
        Button(t.plain("consent-guest"), StayGuest()),
        Button(t.plain("consent-details"), ToPrivacy()),
    )
    return Screen(text=consent_text(operator, t), choices=choices, nav=(back(t, ToStart()),))


def consent_text(operator: Operator, t: Texts) -> Html:
    return t("consent-text", operator=operator.name)


def privacy(operator: Operator, decided: bool, t: Texts) -> Screen:
    text = t("privacy-text", **vars(operator))
    if decided:
        return Screen(text=text, nav=(Button(t.plain("nav-menu"), ToMenu(), ""),))
    choices = (
        Button(t.plain("consent-agree"), Agree()),
        Button(t.plain("consent-guest"), StayGuest()),
    )
    return Screen(text=text, choices=choices, nav=(back(t, ToConsent()),))
