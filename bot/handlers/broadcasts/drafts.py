"""Writing a mailing, part by part. What cannot be taken is asked for again, with the reason."""

import re
from collections.abc import Callable, Sequence

from bot.domain.broadcasts import BadLink, Link, Target
from bot.domain.errors import NotUnderstood, Refusal
from bot.domain.files import KEPT, unpack_kept
from bot.domain.network import Programme
from bot.domain.staff import Permission
from bot.handlers.broadcasts import pages
from bot.handlers.broadcasts.pages import names
from bot.handlers.routing import Answer, Route, Turn, file, press, reply, slow_reply
from bot.texts import Html
from bot.views import events as event_views
from bot.views.broadcasts import drafts as views
from bot.views.broadcasts import lists as list_views
from bot.views.callbacks import unpacked
from bot.views.screen import Screen, shortened

NEEDS = Permission.SEND_BROADCASTS
PAYLOAD = re.compile(r"(?:https?://t\.me/\w+\?start=)?([\w-]{3,64})", re.ASCII)


def texts(turn: Turn, button: views.ToTexts) -> Screen:
    draft = turn.desk.broadcasts.find(button.id)
    if not draft.content.text:
        return views.ask_text(draft, False, turn.t)
    return views.texts(draft, turn.t)


def ask_text(turn: Turn, button: views.AskText) -> Screen:
    draft = turn.desk.broadcasts.find(button.id)
    return views.ask_text(draft, bool(button.english), turn.t)


def type_text(turn: Turn, asked: tuple[views.TypeText, str]) -> Answer:
    question, typed = asked
    english = bool(question.english)
    try:
        draft = turn.desk.drafts.write(turn.person, question.id, typed, english)
    except Refusal as refusal:
        draft = turn.desk.broadcasts.find(question.id)
        return views.ask_text(draft, english, turn.t, _said(turn, refusal))
    return pages.show(turn, turn.desk.drafts.counted(draft))


def drop_english(turn: Turn, button: views.DropEnglish) -> Answer:
    return pages.show(turn, turn.desk.drafts.drop_english(turn.person, button.id))


def ask_file(turn: Turn, button: views.AskFile) -> Screen:
    return views.ask_file(turn.desk.broadcasts.find(button.id), turn.t)


def attach(turn: Turn, payload: str) -> Answer:
    """A picture or a document came while one was asked for."""
    asked, sent = unpacked(turn.dialog.expects), unpack_kept(payload)
    if not isinstance(asked, views.SendFile):
        raise NotUnderstood
    turn.desk.staff.require(turn.person, NEEDS)
    try:
        draft = turn.desk.drafts.attach(turn.person, asked.id, sent)
    except Refusal as refusal:
        draft = turn.desk.broadcasts.find(asked.id)
        return views.ask_file(draft, turn.t, _said(turn, refusal))
    return pages.show(turn, draft)


def no_file(turn: Turn, asked: tuple[views.SendFile, str]) -> Screen:
    """Words came where a file was asked for."""
    return views.ask_file(turn.desk.broadcasts.find(asked[0].id), turn.t)


def drop_file(turn: Turn, button: views.DropFile) -> Answer:
    return pages.show(turn, turn.desk.drafts.attach(turn.person, button.id, None))


def buttons(turn: Turn, button: views.ToButtons) -> Screen:
    return views.buttons(turn.desk.broadcasts.find(button.id), names(turn), turn.t)


def ask_programme(turn: Turn, button: views.AskProgramme) -> Screen:
    return views.ask_programme(turn.desk.broadcasts.find(button.id), turn.t)


Found = tuple[int, Sequence[Programme]]


def search(turn: Turn, asked: tuple[views.TypeProgramme, str]) -> Callable[[], Found]:
    question, typed = asked
    catalogue = turn.desk.world.catalogue

    def work() -> Found:
        hits = catalogue.search(typed).hits[: views.SHOWN]
        return question.id, [catalogue.network.programmes[hit.id] for hit in hits]

    return work


def found(turn: Turn, of: Found) -> Screen:
    broadcast_id, hits = of
    return views.programmes(turn.desk.broadcasts.find(broadcast_id), hits, turn.t)


def link_programme(turn: Turn, button: views.LinkProgramme) -> Screen:
    link = Link(target=Target.PROGRAMME, to=button.programme, label="")
    draft = turn.desk.drafts.link(turn.person, button.id, link)
    return views.buttons(draft, names(turn), turn.t)


def ask_link(turn: Turn, button: views.AskLink) -> Screen:
    return _ask_link(turn, button.id)


def _ask_link(turn: Turn, broadcast_id: int, wrong: Html | None = None) -> Screen:
    """With the events that are coming."""
    draft, bot_name = turn.desk.broadcasts.find(broadcast_id), turn.desk.world.bot_name
    coming = [event for event in turn.desk.drafts.events() if event.ends_at > turn.now]
    return views.ask_link(draft, coming[::-1], bot_name, turn.t, wrong)


def link_event(turn: Turn, button: views.LinkEvent) -> Screen:
    event = turn.desk.events.find(button.event)
    payload, label = f"{event_views.PAYLOAD}{event.slug}", event_views.title(event, turn.t)
    return _linked(turn, button.id, payload, shortened(label))


def type_link(turn: Turn, asked: tuple[views.TypeLink, str]) -> Screen:
    question, typed = asked
    payload = PAYLOAD.fullmatch(typed.strip())
    if payload is None:
        return _ask_link(turn, question.id, _said(turn, BadLink()))
    return _linked(turn, question.id, payload[1], turn.t.plain("broadcasts-link-label"))


def _linked(turn: Turn, broadcast_id: int, payload: str, label: str) -> Screen:
    link = Link(target=Target.LINK, to=payload, label=label)
    draft = turn.desk.drafts.link(turn.person, broadcast_id, link)
    return views.buttons(draft, names(turn), turn.t)


def drop_buttons(turn: Turn, button: views.DropButtons) -> Screen:
    draft = turn.desk.drafts.unlink(turn.person, button.id)
    return views.buttons(draft, names(turn), turn.t)


def copy(turn: Turn, button: views.Copy) -> Answer:
    draft = turn.desk.drafts.copy(turn.person, button.id)
    return pages.show(turn, turn.desk.drafts.counted(draft))


def ask_discard(turn: Turn, button: views.AskDiscard) -> Screen:
    return views.ask_discard(turn.desk.broadcasts.find(button.id), turn.t)


def discard(turn: Turn, button: views.Discard) -> Screen:
    turn.desk.drafts.discard(turn.person, button.id)
    return list_views.topics(turn.t)


def _said(turn: Turn, refusal: Refusal) -> Html:
    return turn.t(refusal.text, **refusal.params)


ROUTES: list[Route] = [
    press(views.ToTexts, texts, needs=NEEDS),
    press(views.AskText, ask_text, needs=NEEDS),
    reply(views.TypeText, type_text, needs=NEEDS, whole=True),
    press(views.DropEnglish, drop_english, needs=NEEDS),
    press(views.AskFile, ask_file, needs=NEEDS),
    file(attach, kind=KEPT),
    reply(views.SendFile, no_file, needs=NEEDS, whole=True),
    press(views.DropFile, drop_file, needs=NEEDS),
    press(views.ToButtons, buttons, needs=NEEDS),
    press(views.AskProgramme, ask_programme, needs=NEEDS),
    slow_reply(views.TypeProgramme, search, found, needs=NEEDS),
    press(views.LinkProgramme, link_programme, needs=NEEDS),
    press(views.AskLink, ask_link, needs=NEEDS),
    press(views.LinkEvent, link_event, needs=NEEDS),
    reply(views.TypeLink, type_link, needs=NEEDS),
    press(views.DropButtons, drop_buttons, needs=NEEDS),
    press(views.Copy, copy, needs=NEEDS),
    press(views.AskDiscard, ask_discard, needs=NEEDS),
    press(views.Discard, discard, needs=NEEDS),
]
