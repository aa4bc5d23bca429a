"""All mailings, and the beginning of a new one."""

from collections.abc import Sequence

from bot.domain.broadcasts import Broadcast, Topic
from bot.texts import Html, Texts
from bot.views.broadcasts import words
from bot.views.callbacks import Callback
from bot.views.nav import back, menu
from bot.views.pages import more
from bot.views.screen import Button, Screen
from bot.views.staff import to_desk

SHOWN = 4


class ToBroadcasts(Callback, code="bl"):
    page: int = 0


class NewBroadcast(Callback, code="bn"):
    pass


class BeginBroadcast(Callback, code="bt"):
    topic: Topic


class ShowBroadcast(Callback, code="bs"):
    id: int


def newest(shown: Sequence[Broadcast], page: int, pages: int, t: Texts) -> Screen:
    lines = [
        t(
            "broadcasts-line",
            number=str(one.id),
            topic=words.topic(one.topic, t),
            state=words.state(one, t),
        )
        for one in shown
    ]
    new = Button(t.plain("broadcasts-new"), NewBroadcast())
    others = [_open(one, t) for one in shown]
    key = "broadcasts-list" if shown else "broadcasts-list-empty"
    return Screen(
        text=t(key, lines=Html("\n".join(lines))),
        choices=(new, *others),
        nav=(*more(page, pages, lambda n: ToBroadcasts(page=n), t), to_desk(t), menu(t)),
    )


def _open(broadcast: Broadcast, t: Texts) -> Button:
    label = t.plain(
        "broadcasts-label", number=str(broadcast.id), topic=words.topic(broadcast.topic, t)
    )
    return Button(label, ShowBroadcast(id=broadcast.id))


def topics(t: Texts) -> Screen:
    choices = [
        Button(words.capital(words.topic(topic, t)), BeginBroadcast(topic=topic)) for topic in Topic
    ]
    return Screen(
        text=t("broadcasts-ask-topic"), choices=choices, nav=(back(t, ToBroadcasts()), menu(t))
    )


def to_list(t: Texts) -> Button:
    return Button(t.plain("broadcasts-to-list"), ToBroadcasts(), "")
