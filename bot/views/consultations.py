"""Calling a human: what about, and where to find them at once."""

from bot.domain.consultations import Consultation, Topic
from bot.domain.operator import Operator
from bot.texts import Texts
from bot.views.callbacks import Callback
from bot.views.nav import menu
from bot.views.screen import Button, Screen


class AskAbout(Callback, code="ak"):
    topic: Topic


def topics(operator: Operator, t: Texts) -> Screen:
    choices = [
        Button(t.plain(f"consultations-topic-{topic.replace('_', '-')}"), AskAbout(topic=topic))
        for topic in Topic
    ]
    text = t("consultations-topics", phone=operator.phone, hours=operator.hours)
    return Screen(text=text, choices=choices, nav=(menu(t),))


def asked(consultation: Consultation, operator: Operator, t: Texts) -> Screen:
    text = t(
        "consultations-asked",
        number=str(consultation.id),
        phone=operator.phone,
        email=operator.email,
        hours=operator.hours,
    )
    site = Button(t.plain("consultations-site"), operator.site)
    return Screen(text=text, choices=(site,), nav=(menu(t),))
