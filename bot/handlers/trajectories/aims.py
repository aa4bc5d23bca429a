"""A button that had to wait while the person said who they are, or agreed to something."""

from bot.domain.errors import StaleButton
from bot.handlers.routing import Turn
from bot.views.callbacks import Callback, unpacked
from bot.views.trajectories.buttons import ReviewBundle

MARK = "/"  # stands in no code of a programme, which is what else somebody may have come for


def remember(turn: Turn, button: Callback) -> None:
    turn.desk.people.aim_at(turn.person, MARK + button.pack())


def remembered(aim: str | None) -> Callback | None:
    """None where the person came for something else, or with a button of an older version."""
    if aim is None or not aim.startswith(MARK):
        return None
    try:
        return unpacked(aim.removeprefix(MARK))
    except StaleButton:
        return None


def is_open_to_guests(aim: str | None) -> bool:
    """Everything but applying."""
    button = remembered(aim)
    return button is not None and not isinstance(button, ReviewBundle)
