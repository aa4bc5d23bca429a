"""One's own page: who I am here, my applications, what I saved, settings, and the way out."""

from collections.abc import Mapping

from bot.domain.network import City
from bot.domain.people import AgeBand, Person, Standing
from bot.drawings import as_recipe
from bot.drawings.plain import PlainFile
from bot.texts import Texts
from bot.views.broadcasts.message import ToSubscriptions
from bot.views.callbacks import Callback
from bot.views.enrolments import MyEnrolments
from bot.views.help import Resume
from bot.views.matches import ToCity
from bot.views.nav import back, human, menu
from bot.views.participations import MyEvents
from bot.views.programmes import ShowSaved
from bot.views.results import ShowLatest
from bot.views.screen import Attachment, Button, Screen
from bot.views.start import ToConsent, ToPrivacy, ToStart, other_language
from bot.views.trajectories.buttons import ToPaths


class ToMe(Callback, code="me"):
    pass


class ToSettings(Callback, code="se"):
    pass


class AskForget(Callback, code="fa"):
    pass


class Forget(Callback, code="fo"):
    pass


def page(
    person: Person,
    cities: Mapping[str, City],
    applications: int,
    events: int,
    saved: int,
    paths: int,
    t: Texts,
) -> Screen:
    choices = [
        Button(t.plain("me-applications", count=applications), MyEnrolments()),
        Button(t.plain("me-events", count=events), MyEvents()),
        Button(t.plain("me-saved", count=saved), ShowSaved()),
        Button(t.plain("me-result"), ShowLatest()),
    ]
    if person.standing is Standing.GUEST and person.age_band is not AgeBand.UNDER_14:
        choices.append(Button(t.plain("me-keep"), ToConsent()))
    return Screen(
        text=t("me-text", number=str(person.id), facts=_facts(person, cities, t)),
        choices=choices,
        nav=(
            Button(t.plain("trajectories-mine", count=paths), ToPaths(), ""),
            Button(t.plain("nav-settings"), ToSettings(), ""),
            menu(t),
        ),
    )


def _facts(person: Person, cities: Mapping[str, City], t: Texts) -> str:
    facts = [t.plain(f"me-standing-{person.standing.replace('_', '-')}")]
    if person.role is not None:
        facts.append(t.plain(f"start-role-{person.role}"))
    if person.grade is not None:
        facts.append(t.plain("start-grade-number", grade=person.grade))
    elif person.education is not None:
        facts.append(t.plain(f"start-education-{person.education}"))
    city = cities.get(person.city or "")
    if city is not None:
        facts.append(city.name_en if t.language == "en" else city.name_ru)
    return "\n".join(f"• {fact}" for fact in facts)


def settings(person: Person, t: Texts) -> Screen:
    language = other_language(t)
    choices = [
        Button(language.label, language.action),
        Button(t.plain("settings-role"), ToStart()),
        Button(t.plain("settings-city"), ToCity()),
        Button(t.plain("settings-privacy"), ToPrivacy()),
        Button(t.plain("settings-forget"), AskForget()),
    ]
    if person.muted:
        choices.insert(0, Button(t.plain("help-resume"), Resume()))
    else:
        choices.insert(3, Button(t.plain("settings-broadcasts"), ToSubscriptions()))
    return Screen(text=t("settings-text"), choices=choices, nav=(menu(t),))


def ask_forget(t: Texts) -> Screen:
    return Screen(
        text=t("forget-ask"),
        choices=(Button(t.plain("forget-yes"), Forget()),),
        nav=(back(t, ToSettings()), menu(t)),
    )


def forgotten(counts: Mapping[str, int], t: Texts) -> Screen:
    said = [t.plain(f"forget-{name}", count=n) for name, n in counts.items() if n]
    listed = "\n".join(f"• {line}" for line in said) or t.plain("forget-nothing")
    return Screen(
        text=t("forget-done", listed=listed), choices=(Button(t.plain("forget-again"), ToStart()),)
    )


def exported(content: str, t: Texts) -> Screen:
    attachment = Attachment(name="traektoria.json", recipe=as_recipe(PlainFile(content=content)))
    return Screen(text=t("export-text"), attachment=attachment, nav=(human(t), menu(t)))
