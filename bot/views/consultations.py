"""Calling a human: what about, whether it was answered before, asking, and the thread."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.consultations import (
    Author,
    Consultation,
    ConsultationState,
    FaqAnswer,
    Message,
    Topic,
)
from bot.domain.operator import Operator
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.callbacks import Callback
from bot.views.nav import ToHuman, back, menu
from bot.views.pages import more, paged
from bot.views.screen import Button, Screen

SHOWN = 5
PAGE_LENGTH = 1200  # characters of a thread that are shown at once; one message always is


class AskAbout(Callback, code="ak"):
    topic: Topic


class ShowAnswer(Callback, code="hfa"):
    topic: Topic
    answer: str


class Helped(Callback, code="hfh"):
    pass


class Write(Callback, code="hwr"):
    """The next typed text is a question about this."""

    topic: Topic


class AskWithoutWords(Callback, code="hwn"):
    topic: Topic


class MyQuestions(Callback, code="hmy"):
    page: int = 0


class ShowQuestion(Callback, code="hsh"):
    id: int
    page: int = 0


class AskMore(Callback, code="hmo"):
    """The next typed text goes on with this question."""

    id: int


class Thank(Callback, code="hth"):
    id: int


def topics(operator: Operator, has_asked: bool, t: Texts) -> Screen:
    choices = [Button(topic_name(topic, t), AskAbout(topic=topic)) for topic in Topic]
    mine = (Button(t.plain("consultations-mine"), MyQuestions(), ""),) if has_asked else ()
    text = t("consultations-topics", phone=operator.phone, hours=operator.hours)
    return Screen(text=text, choices=choices, nav=(*mine, menu(t)))


def faq(topic: Topic, answers: Sequence[FaqAnswer], t: Texts) -> Screen:
    """What is asked often comes first, the way to a human last."""
    choices = [
        Button(a.question.in_(t.language), ShowAnswer(topic=topic, answer=a.id)) for a in answers
    ]
    own = Button(t.plain("consultations-own"), Write(topic=topic))
    return Screen(
        text=t("consultations-faq", topic=topic_name(topic, t)),
        choices=(*choices, own),
        nav=(back(t, ToHuman()), menu(t)),
    )


def faq_answer(topic: Topic, answer: FaqAnswer, t: Texts) -> Screen:
    return Screen(
        text=t(
            "consultations-faq-answer",
            question=answer.question.in_(t.language),
            answer=answer.answer.in_(t.language),
        ),
        choices=(
            Button(t.plain("consultations-helped"), Helped()),
            Button(t.plain("consultations-still"), Write(topic=topic)),
        ),
        nav=(back(t, AskAbout(topic=topic)), menu(t)),
    )


def glad(t: Texts) -> Screen:
    return Screen(text=t("consultations-glad"), nav=(menu(t),))


def write(topic: Topic, t: Texts) -> Screen:
    return Screen(
        text=t("consultations-write", topic=topic_name(topic, t)),
        choices=(Button(t.plain("consultations-without"), AskWithoutWords(topic=topic)),),
        nav=(back(t, AskAbout(topic=topic)), menu(t)),
        expects=Write(topic=topic),
    )


def write_more(consultation: Consultation, t: Texts) -> Screen:
    return Screen(
        text=t("consultations-more", number=str(consultation.id)),
        nav=(back(t, ShowQuestion(id=consultation.id)), menu(t)),
        expects=AskMore(id=consultation.id),
    )


def asked(
    consultation: Consultation,
    opens: datetime | None,
    is_guest: bool,
    operator: Operator,
    zone: ZoneInfo,
    t: Texts,
) -> Screen:
    """`opens`: when the office does, in case it is closed now."""
    when = "open" if opens is None else "closed"
    text = t(
        "consultations-asked",
        number=str(consultation.id),
        when=t(f"consultations-office-{when}", opens=dates.moment(opens, zone, t) if opens else ""),
        guest=t("consultations-guest") if is_guest else "",
        phone=operator.phone,
        hours=operator.hours,
    )
    choices = (
        Button(t.plain("consultations-add"), AskMore(id=consultation.id)),
        Button(t.plain("consultations-mine"), MyQuestions()),
        Button(t.plain("consultations-site"), operator.site),
    )
    return Screen(text=text, choices=choices, nav=(menu(t),))


def mine(consultations: Sequence[Consultation], page: int, zone: ZoneInfo, t: Texts) -> Screen:
    shown, nav = paged(consultations, page, SHOWN, lambda n: MyQuestions(page=n), t)
    lines = [
        t(
            "consultations-line",
            number=str(c.id),
            topic=topic_name(c.topic, t),
            at=dates.day(c.asked_at.astimezone(zone).date(), t),
            state=t.plain(f"consultations-state-{c.state}"),
        )
        for c in shown
    ]
    choices = [
        Button(t.plain("consultations-open", number=str(c.id)), ShowQuestion(id=c.id))
        for c in shown
    ]
    return Screen(
        text=t(
            "consultations-mine-text" if shown else "consultations-none",
            lines=Html("\n".join(lines)),
        ),
        choices=choices,
        nav=(*nav, back(t, ToHuman()), menu(t)),
    )


def question(
    consultation: Consultation,
    messages: Sequence[Message],
    page: int,
    zone: ZoneInfo,
    t: Texts,
) -> Screen:
    """One's own thread, the newest page first."""
    pages = thread_pages(messages)
    page = min(page, len(pages) - 1)
    turn_to = more(page, len(pages), lambda n: ShowQuestion(id=consultation.id, page=n), t)
    choices = [Button(t.plain("consultations-add"), AskMore(id=consultation.id))]
    if consultation.state is not ConsultationState.CLOSED:
        choices.append(Button(t.plain("consultations-thank"), Thank(id=consultation.id)))
    return Screen(
        text=t(
            "consultations-question",
            number=str(consultation.id),
            topic=topic_name(consultation.topic, t),
            state=t.plain(f"consultations-state-{consultation.state}"),
            thread=thread(pages[page], zone, t),
        ),
        choices=choices,
        nav=(*turn_to, back(t, MyQuestions()), menu(t)),
    )


def answered(consultation: Consultation, answer: str, t: Texts) -> Screen:
    """Told to the asker, who may go on or be done with it."""
    return Screen(
        text=t("consultations-answered", number=str(consultation.id), answer=answer),
        choices=(
            Button(t.plain("consultations-add"), AskMore(id=consultation.id)),
            Button(t.plain("consultations-thank"), Thank(id=consultation.id)),
        ),
        nav=(menu(t),),
    )


def closed(consultation: Consultation, t: Texts) -> Screen:
    return Screen(
        text=t("consultations-closed", number=str(consultation.id)),
        choices=(Button(t.plain("consultations-add"), AskMore(id=consultation.id)),),
        nav=(menu(t),),
    )


def thread_pages(messages: Sequence[Message]) -> Sequence[Sequence[Message]]:
    """The newest page first, each in the order of time; at least one, which may be empty."""
    pages: list[list[Message]] = [[]]
    for message in reversed(messages):
        if pages[-1] and sum(len(m.text) for m in [*pages[-1], message]) > PAGE_LENGTH:
            pages.append([])
        pages[-1].insert(0, message)
    return pages


def thread(messages: Sequence[Message], zone: ZoneInfo, t: Texts) -> Html:
    return Html("\n\n".join(_message(message, zone, t) for message in messages))


def _message(message: Message, zone: ZoneInfo, t: Texts) -> Html:
    key = "consultations-said" if message.author is Author.ASKER else "consultations-replied"
    return t(key, at=dates.moment(message.sent_at, zone, t), text=message.text)


def topic_name(topic: Topic, t: Texts) -> str:
    return t.plain(f"consultations-topic-{topic.replace('_', '-')}")
