"""A mailing that is being written: its card, and one screen for each part of it."""

from collections.abc import Sequence

from bot.domain.broadcasts import Broadcast, Content, Link, Target
from bot.domain.events import Event
from bot.domain.network import Programme
from bot.texts import Html, Texts
from bot.views import events
from bot.views.broadcasts import words
from bot.views.broadcasts.lists import ShowBroadcast, to_list
from bot.views.broadcasts.words import Names
from bot.views.callbacks import Callback
from bot.views.nav import menu
from bot.views.programmes import title
from bot.views.screen import Button, Screen

SHOWN = 5


class ToTexts(Callback, code="btx"):
    id: int


class AskText(Callback, code="bw"):
    id: int
    english: int = 0


class TypeText(Callback, code="bx"):
    """The next message is the text of a mailing."""

    id: int
    english: int = 0


class DropEnglish(Callback, code="bde"):
    id: int


class AskFile(Callback, code="bf"):
    id: int


class SendFile(Callback, code="bff"):
    """The next file goes with a mailing."""

    id: int


class DropFile(Callback, code="bfd"):
    id: int


class ToButtons(Callback, code="bb"):
    id: int


class AskProgramme(Callback, code="bp"):
    id: int


class TypeProgramme(Callback, code="bpt"):
    id: int


class LinkProgramme(Callback, code="bpl"):
    id: int
    programme: str


class AskLink(Callback, code="bk"):
    id: int


class LinkEvent(Callback, code="bev"):
    id: int
    event: int


class TypeLink(Callback, code="bkt"):
    id: int


class DropButtons(Callback, code="bbd"):
    id: int


class ToAudience(Callback, code="ba"):
    id: int


class Review(Callback, code="br"):
    id: int


class Copy(Callback, code="bcp"):
    id: int


class AskDiscard(Callback, code="bdq"):
    id: int


class Discard(Callback, code="bdd"):
    id: int


def card(draft: Broadcast, names: Names, t: Texts) -> Screen:
    number = draft.id
    choices = (
        Button(t.plain("broadcasts-edit-text"), ToTexts(id=number)),
        Button(t.plain("broadcasts-edit-file"), AskFile(id=number)),
        Button(t.plain("broadcasts-edit-buttons"), ToButtons(id=number)),
        Button(t.plain("broadcasts-edit-audience"), ToAudience(id=number)),
        Button(t.plain("broadcasts-review"), Review(id=number)),
        Button(t.plain("broadcasts-discard"), AskDiscard(id=number)),
    )
    return Screen(text=_summary(draft, names, t), choices=choices, nav=(to_list(t), menu(t)))


def of_another(draft: Broadcast, names: Names, t: Texts) -> Screen:
    """A draft of a colleague can be read and copied."""
    return Screen(
        text=_summary(draft, names, t),
        choices=(Button(t.plain("broadcasts-copy"), Copy(id=draft.id)),),
        nav=(to_list(t), menu(t)),
    )


def _summary(draft: Broadcast, names: Names, t: Texts) -> Html:
    content = draft.content
    labels = [_label(link, names, t) for link in content.buttons]
    return t(
        "broadcasts-card",
        number=str(draft.id),
        state=words.state(draft, t),
        topic=words.topic(draft.topic, t),
        text=words.texts_of(content, t),
        file=words.file_of(content, t),
        buttons=", ".join(labels) or t.plain("broadcasts-no-buttons"),
        segment=words.segment(draft.segment, names, t),
        count=words.people(draft, t),
    )


def _label(link: Link, names: Names, t: Texts) -> str:
    programme = names.programmes.get(link.to) if link.target is Target.PROGRAMME else None
    return title(programme, t) if programme else link.label or link.to


def texts(draft: Broadcast, t: Texts) -> Screen:
    content = draft.content
    choices = [
        Button(t.plain("broadcasts-write-russian"), AskText(id=draft.id)),
        Button(t.plain("broadcasts-write-english"), AskText(id=draft.id, english=1)),
    ]
    if content.text_en:
        choices.append(Button(t.plain("broadcasts-drop-english"), DropEnglish(id=draft.id)))
    none = t("broadcasts-no-text")
    return Screen(
        text=t(
            "broadcasts-texts",
            number=str(draft.id),
            russian=_length(content.length, t) if content.text else none,
            english=_length(content.length_en, t) if content.text_en else none,
        ),
        choices=choices,
        nav=(to_draft(draft, t), menu(t)),
    )


def _length(length: int, t: Texts) -> str:
    return t.plain("broadcasts-text-ru", length=length)


def ask_text(draft: Broadcast, english: bool, t: Texts, wrong: Html | None = None) -> Screen:
    """`wrong`: what was the matter with the text before."""
    limit = draft.content.longest
    asked = t("broadcasts-ask-english" if english else "broadcasts-ask-text", limit=limit)
    return _asking(draft, asked, wrong, TypeText(id=draft.id, english=int(english)), t)


def ask_file(draft: Broadcast, t: Texts, wrong: Html | None = None) -> Screen:
    limit = Content(file=draft.content.file).longest
    asked = t("broadcasts-ask-file", limit=limit)
    choices = []
    if draft.content.file:
        choices.append(Button(t.plain("broadcasts-drop-file"), DropFile(id=draft.id)))
    return _asking(draft, asked, wrong, SendFile(id=draft.id), t, choices)


def buttons(draft: Broadcast, names: Names, t: Texts) -> Screen:
    lines = "\n".join(f"• {_label(link, names, t)}" for link in draft.content.buttons)
    choices = [
        Button(t.plain("broadcasts-button-programme"), AskProgramme(id=draft.id)),
        Button(t.plain("broadcasts-button-link"), AskLink(id=draft.id)),
    ]
    if draft.content.buttons:
        choices.append(Button(t.plain("broadcasts-drop-buttons"), DropButtons(id=draft.id)))
    return Screen(
        text=t("broadcasts-buttons", lines=lines or t.plain("broadcasts-buttons-none")),
        choices=choices,
        nav=(to_draft(draft, t), menu(t)),
    )


def ask_programme(draft: Broadcast, t: Texts) -> Screen:
    asked = t("broadcasts-ask-programme")
    return _asking(draft, asked, None, TypeProgramme(id=draft.id), t)


def programmes(draft: Broadcast, found: Sequence[Programme], t: Texts) -> Screen:
    """What was typed may be one of these."""
    choices = [
        Button(title(one, t), LinkProgramme(id=draft.id, programme=one.code))
        for one in found[:SHOWN]
    ]
    said = t("broadcasts-found" if found else "broadcasts-not-found")
    return _asking(draft, said, None, TypeProgramme(id=draft.id), t, choices)


def ask_link(
    draft: Broadcast, coming: Sequence[Event], bot_name: str, t: Texts, wrong: Html | None = None
) -> Screen:
    choices = [
        Button(events.title(one, t), LinkEvent(id=draft.id, event=one.id)) for one in coming[:SHOWN]
    ]
    asked = t("broadcasts-ask-link", bot=bot_name)
    return _asking(draft, asked, wrong, TypeLink(id=draft.id), t, choices)


def ask_discard(draft: Broadcast, t: Texts) -> Screen:
    return Screen(
        text=t("broadcasts-discard-ask", number=str(draft.id)),
        choices=(Button(t.plain("broadcasts-discard-yes"), Discard(id=draft.id)),),
        nav=(to_draft(draft, t), menu(t)),
    )


def to_draft(draft: Broadcast, t: Texts) -> Button:
    return Button(t.plain("broadcasts-back"), ShowBroadcast(id=draft.id), "")


def _asking(
    draft: Broadcast,
    asked: Html,
    wrong: Html | None,
    expects: Callback,
    t: Texts,
    choices: Sequence[Button] = (),
) -> Screen:
    text = asked if wrong is None else Html(f"{wrong}\n\n{asked}")
    nav = (to_draft(draft, t), menu(t))
    return Screen(text=text, choices=choices, nav=nav, expects=expects)
