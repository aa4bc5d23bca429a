"""How the bot works, and what it says to things that it cannot take."""

from collections.abc import Sequence

from bot.texts import Texts
from bot.views.callbacks import Callback
from bot.views.commands import PERSONAL
from bot.views.nav import human, menu
from bot.views.screen import Button, Screen

PERSONAL_FILES = {"contact", "document", "location", "photo"}  # they do not stay in the chat


class Resume(Callback, code="re"):
    """Write to me first again."""


def how_it_works(duties: Sequence[str], t: Texts) -> Screen:
    """`duties`: what the person may do as a member of staff."""
    listed = "\n".join(f"/{name} — {t.plain(f'commands-{name}')}" for name in PERSONAL)
    if duties:
        listed += "\n\n" + t.plain("help-duties", duties="\n".join(f"• {duty}" for duty in duties))
    return Screen(text=t("help-text", commands=listed), nav=(human(t), menu(t)))


def not_a_file(kind: str, t: Texts) -> Screen:
    """Files are not kept: nothing that we ask for is a file."""
    key = f"help-file-{kind}"
    return Screen(
        text=t(key if t.has(key) else "help-file-other"),
        nav=(human(t), menu(t)),
        hides_typed=kind in PERSONAL_FILES,
    )


def keep_secrets(t: Texts) -> Screen:
    return Screen(text=t("help-secrets"), nav=(human(t), menu(t)), hides_typed=True)


def stopped(t: Texts) -> Screen:
    again = Button(t.plain("help-resume"), Resume())
    return Screen(text=t("help-stopped"), choices=(again,), nav=(menu(t),))


def resumed(t: Texts) -> Screen:
    return Screen(text=t("help-resumed"), nav=(menu(t),))
