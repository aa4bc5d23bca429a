"""From a draft to a mailing under way: the last look, the time, the second person."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.broadcasts import Broadcast
from bot.domain.rates import STARS_PER_PAID_MESSAGE, price, takes
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.broadcasts import words
from bot.views.broadcasts.drafts import Review, to_draft
from bot.views.broadcasts.lists import ShowBroadcast, to_list
from bot.views.broadcasts.words import Names
from bot.views.callbacks import Callback
from bot.views.nav import back, menu
from bot.views.screen import Button, Screen


class Soon(StrEnum):
    NOW = "now"
    TOMORROW = "tomorrow"


class Preview(Callback, code="bpv"):
    id: int


class Submit(Callback, code="bsn"):
    id: int
    when: Soon


class AskWhen(Callback, code="bwh"):
    id: int


class TypeWhen(Callback, code="bwt"):
    id: int


class SubmitAt(Callback, code="bsa"):
    id: int
    at: int  # seconds since 1970


class AskPaid(Callback, code="bpd"):
    id: int


class Pay(Callback, code="bpp"):
    id: int
    paid: int


class TakeBack(Callback, code="bu"):
    id: int


class Approve(Callback, code="bok"):
    id: int
    version: int


class SendBack(Callback, code="bno"):
    id: int
    version: int


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What would become of a mailing that was sent now."""

    ends_at: datetime
    quiet_until: datetime | None  # when its messages go, if not at once
    zone: ZoneInfo


def review(draft: Broadcast, names: Names, now: Sent, t: Texts) -> Screen:
    number, rules = draft.id, names.rules
    choices = [
        Button(t.plain("broadcasts-preview"), Preview(id=number)),
        Button(t.plain("broadcasts-send-now"), Submit(id=number, when=Soon.NOW)),
        Button(t.plain("broadcasts-send-tomorrow"), Submit(id=number, when=Soon.TOMORROW)),
        Button(t.plain("broadcasts-send-at"), AskWhen(id=number)),
    ]
    if rules.sells_speed:
        key = "broadcasts-slower" if draft.paid else "broadcasts-faster"
        action = Pay(id=number, paid=0) if draft.paid else AskPaid(id=number)
        choices.append(Button(t.plain(key), action))
    text = t(
        "broadcasts-check",
        number=str(number),
        topic=words.topic(draft.topic, t),
        segment=words.segment(draft.segment, names, t),
        count=words.reached(draft, t),
        excluded=words.excluded(draft, t),
        facts=_facts(draft, names, now, t),
    )
    nav = (to_draft(draft, t), menu(t))
    return Screen(text=words.tidy(text), choices=choices, nav=nav)


def _facts(draft: Broadcast, names: Names, now: Sent, t: Texts) -> Html:
    rules, facts = names.rules, []
    until = dates.moment(now.ends_at, now.zone, t)
    if draft.paid and rules.sells_speed:
        cost = price(draft.reached, rules)
        time = words.lasting(cost.takes, t)
        facts.append(t("broadcasts-fact-paid", time=time, stars=stars(cost.stars)))
    else:
        time = words.lasting(takes(draft.reached, rules), t)
        facts.append(t("broadcasts-fact-takes", time=time, until=until))
    if now.quiet_until is not None:
        facts.append(t("broadcasts-fact-quiet", until=f"{now.quiet_until:%H:%M}"))
    if draft.must_be_approved(rules):
        facts.append(t("broadcasts-fact-second", limit=rules.approve_above))
    return Html(" ".join(facts))


def not_yet(draft: Broadcast, why: Html, t: Texts) -> Screen:
    """It cannot be sent as it is."""
    return Screen(text=why, nav=(to_draft(draft, t), menu(t)))


def stars(count: float) -> str:
    return f"{count:.1f}".removesuffix(".0")


def paying(draft: Broadcast, names: Names, t: Texts) -> Screen:
    """The price before anybody agrees to it."""
    rules = names.rules
    cost = price(draft.reached, rules)
    text = t(
        "broadcasts-price",
        rate=stars(rules.rate),
        free=words.duration(draft.reached, rules, t),
        paid=words.lasting(cost.takes, t),
        stars=stars(cost.stars),
        each=stars(STARS_PER_PAID_MESSAGE),
    )
    if cost.capped:
        capped = t("broadcasts-price-capped", limit=rules.most_stars)
        text = Html(f"{text}\n\n{capped}")
    yes = t.plain("broadcasts-pay-yes", stars=stars(cost.stars))
    return Screen(
        text=text,
        choices=(Button(yes, Pay(id=draft.id, paid=1)),),
        nav=(back(t, Review(id=draft.id)), menu(t)),
    )


def ask_when(draft: Broadcast, t: Texts, unclear: bool = False) -> Screen:
    return Screen(
        text=t("broadcasts-when-unclear" if unclear else "broadcasts-ask-when"),
        nav=(back(t, Review(id=draft.id)), menu(t)),
        expects=TypeWhen(id=draft.id),
    )


def confirm_when(draft: Broadcast, at: datetime, zone: ZoneInfo, t: Texts) -> Screen:
    """What was understood, before it is done."""
    yes = SubmitAt(id=draft.id, at=round(at.timestamp()))
    return Screen(
        text=t("broadcasts-when-confirm", number=str(draft.id), at=dates.moment(at, zone, t)),
        choices=(Button(t.plain("broadcasts-when-yes"), yes),),
        nav=(back(t, AskWhen(id=draft.id)), menu(t)),
    )


def scheduled(broadcast: Broadcast, zone: ZoneInfo, t: Texts) -> Screen:
    return Screen(
        text=t(
            "broadcasts-scheduled",
            number=str(broadcast.id),
            at=_start(broadcast, zone, t),
            count=words.reached(broadcast, t),
        ),
        choices=(_take_back(broadcast, t), _refresh(broadcast, t)),
        nav=(to_list(t), menu(t)),
    )


def _start(broadcast: Broadcast, zone: ZoneInfo, t: Texts) -> str:
    assert broadcast.starts_at is not None, "it was scheduled"
    return dates.moment(broadcast.starts_at, zone, t)


def waiting(broadcast: Broadcast, limit: int, t: Texts) -> Screen:
    """For whoever cannot decide about it."""
    return Screen(
        text=t(
            "broadcasts-waiting",
            number=str(broadcast.id),
            count=words.reached(broadcast, t),
            limit=limit,
        ),
        choices=(_take_back(broadcast, t), _refresh(broadcast, t)),
        nav=(to_list(t), menu(t)),
    )


def asked(broadcast: Broadcast, t: Texts) -> Screen:
    """To everybody who may be the second person."""
    return Screen(
        text=t(
            "broadcasts-asked",
            number=str(broadcast.id),
            topic=words.topic(broadcast.topic, t),
            count=words.reached(broadcast, t),
            author=str(broadcast.author),
        ),
        choices=(Button(t.plain("broadcasts-decide"), ShowBroadcast(id=broadcast.id)),),
        nav=(menu(t),),
    )


def approval(broadcast: Broadcast, names: Names, now: Sent, t: Texts) -> Screen:
    """Stands below the mailing itself."""
    of = {"id": broadcast.id, "version": broadcast.version}
    text = t(
        "broadcasts-approval",
        number=str(broadcast.id),
        author=str(broadcast.author),
        topic=words.topic(broadcast.topic, t),
        segment=words.segment(broadcast.segment, names, t),
        count=words.reached(broadcast, t),
        excluded=words.excluded(broadcast, t),
        facts=_facts(broadcast, names, now, t),
    )
    return Screen(
        text=words.tidy(text),
        choices=(
            Button(t.plain("broadcasts-approve"), Approve(**of)),
            Button(t.plain("broadcasts-send-back"), SendBack(**of)),
        ),
        nav=(to_list(t), menu(t)),
        anew=True,
    )


def approved(broadcast: Broadcast, zone: ZoneInfo, t: Texts) -> Screen:
    """To the author."""
    at = _start(broadcast, zone, t)
    return _told(broadcast, t("broadcasts-approved", number=str(broadcast.id), at=at), t)


def sent_back(broadcast: Broadcast, t: Texts) -> Screen:
    """To the author."""
    return _told(broadcast, t("broadcasts-sent-back", number=str(broadcast.id)), t)


def sent_back_done(broadcast: Broadcast, t: Texts) -> Screen:
    """To whoever sent it back."""
    return _told(broadcast, t("broadcasts-sent-back-done", number=str(broadcast.id)), t)


def grew(broadcast: Broadcast, limit: int, t: Texts) -> Screen:
    """To the author: more people fit now than one person may write to."""
    said = t("broadcasts-grew", number=str(broadcast.id), limit=limit)
    return _told(broadcast, said, t)


def _told(broadcast: Broadcast, said: Html, t: Texts) -> Screen:
    return Screen(
        text=said,
        choices=(Button(t.plain("broadcasts-open"), ShowBroadcast(id=broadcast.id)),),
        nav=(to_list(t), menu(t)),
    )


def _take_back(broadcast: Broadcast, t: Texts) -> Button:
    return Button(t.plain("broadcasts-take-back"), TakeBack(id=broadcast.id))


def _refresh(broadcast: Broadcast, t: Texts) -> Button:
    return Button(t.plain("broadcasts-refresh"), ShowBroadcast(id=broadcast.id))
