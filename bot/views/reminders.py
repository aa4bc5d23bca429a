"""Reminders of events, what people wish about them, and what they say afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.events import Event
from bot.domain.participations import Participation
from bot.domain.reminders import Rule, Wishes
from bot.texts import Html, Texts
from bot.views.callbacks import Callback, Small
from bot.views.events import Setting, ShowEvents, ShowMine, title, when, where
from bot.views.nav import human, menu
from bot.views.participations import MyEvents, NotComing
from bot.views.screen import Button, Screen

USUAL = "usual"
CHOICES: dict[str, tuple[int, ...] | None] = {  # minutes before the start
    USUAL: None,
    "day": (24 * 60,),
    "hour": (60,),
    "both": (24 * 60, 60),
    "never": (),
}


class ChooseReminders(Callback, code="erc"):
    choice: str


class Rate(Callback, code="era"):
    id: int
    stars: Small


class Remark(Callback, code="erk"):
    """One optional choice after the stars."""

    id: int
    stars: Small
    remark: str


REMARKS = ("interesting", "useful", "too-long", "not-for-me")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One event that a reminder is about."""

    event: Event
    participation: Participation
    rule: str


def reminder(lines: Sequence[Line], of: Setting, t: Texts) -> Screen:
    """One message, whatever it has to say; «Не приду» is one tap. How it was is asked alone."""
    if lines[0].rule == Rule.FEEDBACK:
        return ask_feedback(lines[0], t)
    said = [_said(line, of, t) for line in lines]
    choices = []
    for line in lines[:2]:
        known = ShowMine(id=line.participation.id)
        choices.append(Button(title(line.event, t), known))
        label = "reminders-not-coming" if len(lines) == 1 else "reminders-not-coming-to"
        choices.append(
            Button(t.plain(label, title=title(line.event, t)), NotComing(id=line.participation.id))
        )
    return Screen(
        text=t("reminders-text", lines=Html("\n\n".join(said))),
        choices=choices,
        nav=(Button(t.plain("participations-mine"), MyEvents(), ""), human(t), menu(t)),
    )


def _said(line: Line, of: Setting, t: Texts) -> Html:
    event = line.event
    if event.online and event.link:
        place = t("events-link", link=event.link)
    elif event.online:
        place = t("events-online-later")
    else:
        place = t("events-where", city=where(event, of, t), place=event.place)
    facts = [t("reminders-event", title=title(event, t), when=when(event, of.zone, t)), place]
    if event.bring:
        facts.append(t("events-bring", bring=event.bring))
    return Html("\n".join(facts))


def ask_feedback(line: Line, t: Texts) -> Screen:
    choices = [
        Button(
            t.plain(f"reminders-stars-{stars}"),
            Rate(id=line.participation.id, stars=stars),
            str(stars),
        )
        for stars in (5, 4, 3, 2, 1)
    ]
    return Screen(
        text=t("reminders-feedback", title=title(line.event, t)), choices=choices, nav=(menu(t),)
    )


def ask_remark(participation_id: int, stars: int, t: Texts) -> Screen:
    choices = [
        Button(
            t.plain(f"reminders-remark-{remark}"),
            Remark(id=participation_id, stars=stars, remark=remark),
        )
        for remark in REMARKS
    ]
    return Screen(
        text=t("reminders-thanks-more"),
        choices=choices,
        nav=(Button(t.plain("menu-events"), ShowEvents(), ""), menu(t)),
    )


def thanks(t: Texts) -> Screen:
    return Screen(
        text=t("reminders-thanks"),
        choices=(Button(t.plain("participations-others"), ShowEvents()),),
        nav=(menu(t),),
    )


def wishes(wished: Wishes, t: Texts) -> Screen:
    """Own lead times; the chosen one is marked with words."""
    choices = []
    for name, minutes in CHOICES.items():
        label = t.plain(f"reminders-wish-{name}")
        if minutes == wished.lead_times:
            label = t.plain("reminders-wish-chosen", wish=label)
        choices.append(Button(label, ChooseReminders(choice=name)))
    return Screen(
        text=t("reminders-wishes"),
        choices=choices,
        nav=(Button(t.plain("participations-mine"), MyEvents(), ""), menu(t)),
    )
