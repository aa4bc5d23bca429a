"""The last look at a mailing, when it goes, and the second person."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from bot.domain.broadcasts import Broadcast, Incomplete, NobodyReached, State, TooLong
from bot.domain.staff import Permission
from bot.domain.typed_times import read_moment
from bot.handlers.broadcasts import pages
from bot.handlers.broadcasts.pages import names
from bot.handlers.routing import Answer, Route, Turn, press, reply
from bot.texts import Texts
from bot.views.broadcasts import sending as views
from bot.views.broadcasts.drafts import Review
from bot.views.screen import Screen

NEEDS, APPROVES = Permission.SEND_BROADCASTS, Permission.APPROVE_BROADCASTS
TOMORROW = "завтра 10:00"


def review(turn: Turn, button: Review) -> Answer:
    draft = turn.desk.drafts.recounted(button.id)
    if draft.state is not State.DRAFT:
        return pages.show(turn, draft)
    return _reviewed(turn, draft)


def _reviewed(turn: Turn, draft: Broadcast) -> Screen:
    return views.review(draft, names(turn), pages.sent_now(turn, draft), turn.t)


def preview(turn: Turn, button: views.Preview) -> Answer:
    draft = turn.desk.broadcasts.find(button.id)
    return [*pages.previews(turn, draft), _reviewed(turn, draft)]


def submit(turn: Turn, button: views.Submit) -> Answer:
    at = None if button.when is views.Soon.NOW else _moment(turn, TOMORROW)
    return _submitted(turn, button.id, at)


def submit_at(turn: Turn, button: views.SubmitAt) -> Answer:
    return _submitted(turn, button.id, datetime.fromtimestamp(button.at, UTC))


def _submitted(turn: Turn, broadcast_id: int, at: datetime | None) -> Answer:
    draft = turn.desk.broadcasts.find(broadcast_id)
    try:
        sent = turn.desk.broadcasts.submit(turn.person, broadcast_id, at)
    except (Incomplete, NobodyReached, TooLong) as refusal:
        return views.not_yet(draft, turn.t(refusal.text, **refusal.params), turn.t)
    if sent.state is State.WAITING and draft.state is State.DRAFT:
        for other in turn.desk.broadcasts.approvers(sent):
            turn.tell(other, partial(views.asked, sent))
    return pages.show(turn, sent)


def ask_when(turn: Turn, button: views.AskWhen) -> Screen:
    return views.ask_when(turn.desk.broadcasts.find(button.id), turn.t)


def type_when(turn: Turn, asked: tuple[views.TypeWhen, str]) -> Screen:
    question, typed = asked
    draft = turn.desk.broadcasts.find(question.id)
    at = _moment(turn, typed)
    if at is None:
        return views.ask_when(draft, turn.t, unclear=True)
    return views.confirm_when(draft, at, turn.desk.world.rules.zone, turn.t)


def _moment(turn: Turn, typed: str) -> datetime | None:
    return read_moment(typed, turn.now.astimezone(turn.desk.world.rules.zone))


def ask_paid(turn: Turn, button: views.AskPaid) -> Screen:
    return views.paying(turn.desk.broadcasts.find(button.id), names(turn), turn.t)


def pay(turn: Turn, button: views.Pay) -> Screen:
    return _reviewed(turn, turn.desk.drafts.pay(turn.person, button.id, bool(button.paid)))


def take_back(turn: Turn, button: views.TakeBack) -> Answer:
    return pages.show(turn, turn.desk.broadcasts.take_back(turn.person, button.id))


def approve(turn: Turn, button: views.Approve) -> Answer:
    waited = turn.desk.broadcasts.find(button.id).state is State.WAITING
    approved = turn.desk.broadcasts.approve(turn.person, button.id, button.version)
    if waited:
        zone = turn.desk.world.rules.zone
        _tell_author(turn, approved, partial(views.approved, approved, zone))
    return pages.show(turn, approved)


def send_back(turn: Turn, button: views.SendBack) -> Answer:
    waited = turn.desk.broadcasts.find(button.id).state is State.WAITING
    back = turn.desk.broadcasts.send_back(turn.person, button.id, button.version)
    if not waited:
        return pages.show(turn, back)
    _tell_author(turn, back, partial(views.sent_back, back))
    return views.sent_back_done(back, turn.t)


def _tell_author(turn: Turn, broadcast: Broadcast, view: Callable[[Texts], Screen]) -> None:
    author = turn.desk.broadcasts.author(broadcast)
    if author is not None:
        turn.tell(author, view)


ROUTES: list[Route] = [
    press(Review, review, needs=NEEDS),
    press(views.Preview, preview, needs=NEEDS),
    press(views.Submit, submit, needs=NEEDS),
    press(views.SubmitAt, submit_at, needs=NEEDS),
    press(views.AskWhen, ask_when, needs=NEEDS),
    reply(views.TypeWhen, type_when, needs=NEEDS),
    press(views.AskPaid, ask_paid, needs=NEEDS),
    press(views.Pay, pay, needs=NEEDS),
    press(views.TakeBack, take_back, needs=NEEDS),
    press(views.Approve, approve, needs=APPROVES),
    press(views.SendBack, send_back, needs=APPROVES),
]
