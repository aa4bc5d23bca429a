"""Coming to an event with others: how many, the link for them, and giving places back."""

from bot.domain.events import Event
from bot.domain.participations import MOST_TOGETHER, Participation, Places
from bot.texts import Texts
from bot.views.callbacks import Callback, Small
from bot.views.events import Come, ShowEvent, ShowMine, title
from bot.views.nav import back, menu
from bot.views.screen import Button, Screen


class AskFewer(Callback, code="efw"):
    """Of a party some do not come."""

    id: int


class GiveBack(Callback, code="efp"):
    """`places`: those that are kept."""

    id: int
    places: Small


class InviteFriend(Callback, code="eif"):
    id: int


def together(event: Event, places: Places, t: Texts) -> Screen:
    most = min(MOST_TOGETHER, event.capacity)
    choices = [
        Button(t.plain("participations-count", places=n), Come(event=event.id, places=n))
        for n in range(2, most + 1)
    ]
    return Screen(
        text=t("participations-together", title=title(event, t), left=places.left),
        choices=choices,
        nav=(back(t, ShowEvent(event=event.id)), menu(t)),
    )


def would_wait(event: Event, wanted: int, left: int, t: Texts) -> Screen:
    """`left`: places that a newcomer may take."""
    fewer = [
        Button(t.plain("participations-only", places=n), Come(event=event.id, places=n), str(n))
        for n in range(min(left, wanted - 1), 0, -1)
    ]
    queue = Come(event=event.id, places=wanted, sure=True)
    return Screen(
        text=t("participations-would-wait", title=title(event, t), left=left, places=wanted),
        choices=(Button(t.plain("participations-queue-all"), queue, ""), *fewer),
        nav=(back(t, ShowEvent(event=event.id)), menu(t)),
    )


def ask_fewer(event: Event, mine: Participation, t: Texts) -> Screen:
    choices = [
        Button(t.plain("participations-count", places=n), GiveBack(id=mine.id, places=n), str(n))
        for n in range(mine.places - 1, 0, -1)
    ]
    return Screen(
        text=t("participations-ask-fewer", title=title(event, t), places=mine.places),
        choices=choices,
        nav=(back(t, ShowMine(id=mine.id)), menu(t)),
    )


def invitation(event: Event, mine: Participation, link: str, t: Texts) -> Screen:
    return Screen(
        text=t("participations-link", title=title(event, t), link=link, places=mine.places - 1),
        nav=(back(t, ShowMine(id=mine.id)), menu(t)),
    )
