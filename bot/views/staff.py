"""What staff see: messages that could not be handled, people who wait for an answer."""

from collections.abc import Sequence

from bot.domain.inbox import SetAside
from bot.domain.staff import StaffRole
from bot.texts import Html, Texts
from bot.views.callbacks import Callback
from bot.views.nav import menu
from bot.views.screen import Button, Screen

SHOWN = 5


class ToStaff(Callback, code="sf"):
    pass


class ClearTrouble(Callback, code="sc"):
    reference: int


def desk(trouble: Sequence[SetAside], open_consultations: int, t: Texts) -> Screen:
    shown = trouble[:SHOWN]
    lines = [t("staff-trouble-line", reference=str(s.reference), error=s.error[:80]) for s in shown]
    text = t(
        "staff-desk",
        consultations=open_consultations,
        trouble=len(trouble),
        lines=Html("\n".join(lines)),
    )
    choices = [
        Button(
            t.plain("staff-clear", reference=str(s.reference)), ClearTrouble(reference=s.reference)
        )
        for s in shown
    ]
    return Screen(text=text, choices=choices, nav=(menu(t),))


def set_aside(reference: int, t: Texts) -> Screen:
    """An update failed for good."""
    return Screen(
        text=t("staff-set-aside", reference=str(reference)),
        choices=(Button(t.plain("menu-staff"), ToStaff()),),
        nav=(menu(t),),
    )


def welcome(roles: frozenset[StaffRole], t: Texts) -> Screen:
    named = ", ".join(t.plain(f"staff-role-{role.replace('_', '-')}") for role in sorted(roles))
    return Screen(
        text=t("staff-welcome", roles=named),
        choices=(Button(t.plain("menu-staff"), ToStaff()),),
        nav=(menu(t),),
    )
