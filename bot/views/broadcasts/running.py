"""A mailing under way, and its brakes."""

from bot.domain.broadcasts import Broadcast, Progress, State
from bot.texts import Html, Texts
from bot.views.broadcasts import words
from bot.views.broadcasts.lists import ShowBroadcast, to_list
from bot.views.callbacks import Callback
from bot.views.nav import menu
from bot.views.screen import Button, Screen

CELLS = 12  # of the bar


class Pause(Callback, code="bz"):
    id: int


class Resume(Callback, code="brs"):
    id: int


class AskStop(Callback, code="bsq"):
    id: int


class Stop(Callback, code="bst"):
    id: int


def gathering(broadcast: Broadcast, t: Texts) -> Screen:
    return Screen(
        text=t("broadcasts-gathering", number=str(broadcast.id)),
        choices=(_refresh(broadcast, t), Button(_stop(t), AskStop(id=broadcast.id))),
        nav=(to_list(t), menu(t)),
    )


def progress(broadcast: Broadcast, seen: Progress, t: Texts) -> Screen:
    """The message that edits itself."""
    full = round(seen.share * CELLS)
    text = t(
        "broadcasts-progress",
        number=str(broadcast.id),
        state=words.state(broadcast, t),
        bar="▓" * full + "░" * (CELLS - full),
        percent=str(int(seen.share * 100)),
        sent=seen.sent,
        total=seen.total,
        pace=_pace(broadcast, seen, t),
    )
    nav = (to_list(t), menu(t))
    return Screen(text=words.tidy(text), choices=_brakes(broadcast, t), nav=nav)


def _pace(broadcast: Broadcast, seen: Progress, t: Texts) -> Html:
    if broadcast.state.is_over:
        return t("broadcasts-pace-over")
    if broadcast.state is State.PAUSED:
        if broadcast.error:
            return t("broadcasts-pace-broken", error=broadcast.error[:100])
        return t("broadcasts-pace-paused")
    if seen.quiet_until is not None:
        return t("broadcasts-pace-quiet", until=f"{seen.quiet_until:%H:%M}")
    if seen.left is None or seen.per_second is None:
        return Html("")
    left = words.lasting(seen.left, t)
    if seen.per_second < 1:
        return t("broadcasts-pace-soon", left=left)
    return t("broadcasts-pace", rate=round(seen.per_second), left=left)


def _brakes(broadcast: Broadcast, t: Texts) -> list[Button]:
    number = broadcast.id
    if broadcast.state is State.RUNNING:
        return [
            Button(t.plain("broadcasts-pause"), Pause(id=number)),
            Button(_stop(t), AskStop(id=number)),
            _refresh(broadcast, t),
        ]
    if broadcast.state is State.PAUSED:
        return [
            Button(t.plain("broadcasts-resume"), Resume(id=number)),
            Button(_stop(t), AskStop(id=number)),
        ]
    return [_refresh(broadcast, t)]


def _stop(t: Texts) -> str:
    return t.plain("broadcasts-stop")


def ask_stop(broadcast: Broadcast, t: Texts) -> Screen:
    return Screen(
        text=t("broadcasts-stop-ask", number=str(broadcast.id)),
        choices=(
            Button(t.plain("broadcasts-stop-yes"), Stop(id=broadcast.id)),
            Button(t.plain("broadcasts-stop-no"), ShowBroadcast(id=broadcast.id)),
        ),
        nav=(menu(t),),
    )


def broken(broadcast: Broadcast, t: Texts) -> Screen:
    """It paused by itself, because something is wrong with it."""
    error = (broadcast.error or "")[:200]
    return Screen(
        text=t("broadcasts-broken", number=str(broadcast.id), error=error),
        choices=(Button(t.plain("broadcasts-open"), ShowBroadcast(id=broadcast.id)),),
        nav=(to_list(t), menu(t)),
    )


def _refresh(broadcast: Broadcast, t: Texts) -> Button:
    return Button(t.plain("broadcasts-refresh"), ShowBroadcast(id=broadcast.id))
