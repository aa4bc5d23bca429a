"""What is said when a wish cannot be met, and when we broke."""

from bot.domain.errors import Refusal
from bot.texts import Texts
from bot.views.nav import human, menu
from bot.views.screen import Screen


def refused(refusal: Refusal, t: Texts) -> Screen:
    return Screen(text=t(refusal.text, **refusal.params), nav=(human(t), menu(t)))


def apology(reference: int, t: Texts) -> Screen:
    return Screen(text=t("error-sorry", reference=str(reference)), nav=(human(t), menu(t)))
