"""A mailing as its people get it, and what they can say to it."""

from collections.abc import Mapping

from bot.domain.broadcasts import Broadcast, Link, Target, Topic
from bot.domain.network import Programme
from bot.texts import Html, Texts
from bot.views.broadcasts.words import topic as named
from bot.views.callbacks import Callback
from bot.views.nav import menu
from bot.views.programmes import title
from bot.views.screen import Button, Screen


class OpenLink(Callback, code="bo"):
    """A button under a mailing: what it leads to comes below, the mailing stays."""

    broadcast: int
    place: int


class OptOut(Callback, code="boo"):
    broadcast: int


class Switch(Callback, code="bsw"):
    topic: Topic
    wanted: int


class ToSubscriptions(Callback, code="bsu"):
    pass


def message(broadcast: Broadcast, programmes: Mapping[str, Programme], t: Texts) -> Screen:
    """In the language and the tone of `t`. A programme that is gone has no button any more."""
    content = broadcast.content
    links = [
        Button(_label(link, programmes, t), OpenLink(broadcast=broadcast.id, place=place), "")
        for place, link in enumerate(content.buttons)
        if link.target is not Target.PROGRAMME or link.to in programmes
    ]
    text = Html(content.in_(t.language))
    if broadcast.topic is Topic.ADVERT:  # 38-ФЗ art. 18.1 part 16
        mark = t("broadcasts-advert")
        text = Html(f"<i>{mark}</i>\n\n{text}")
    return Screen(
        text=text,
        choices=links,
        nav=(Button(t.plain("broadcasts-opt-out"), OptOut(broadcast=broadcast.id), ""),),
        attachment=content.file,
        anew=True,
    )


def _label(link: Link, programmes: Mapping[str, Programme], t: Texts) -> str:
    return title(programmes[link.to], t) if link.target is Target.PROGRAMME else link.label


def left(topic: Topic, t: Texts) -> Screen:
    """The mailing itself stays where it is."""
    return Screen(
        text=t("broadcasts-left", topic=named(topic, t)),
        choices=(Button(t.plain("broadcasts-return"), Switch(topic=topic, wanted=1)),),
        nav=(Button(t.plain("settings-broadcasts"), ToSubscriptions(), ""), menu(t)),
        anew=True,
    )


def subscriptions(wanted: Mapping[Topic, bool], t: Texts) -> Screen:
    lines = [
        t("broadcasts-subscription", topic=named(topic, t), wanted="yes" if on else "no")
        for topic, on in wanted.items()
    ]
    choices = [
        Button(
            t.plain(f"broadcasts-turn-{'off' if on else 'on'}", topic=named(topic, t)),
            Switch(topic=topic, wanted=int(not on)),
        )
        for topic, on in wanted.items()
    ]
    return Screen(
        text=t("broadcasts-subscriptions", lines=Html("\n".join(lines))),
        choices=choices,
        nav=(menu(t),),
    )
