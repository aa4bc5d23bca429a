"""Coming to an event, and not coming."""

from dataclasses import replace
from functools import partial

from bot.domain.attendance import doors_are_open, takes_counts
from bot.domain.participations import AgreeFirst, Kind, Participation
from bot.domain.people import Role
from bot.handlers.events import setting
from bot.handlers.newcomers import first_then
from bot.handlers.routing import Answer, Route, Turn, press
from bot.services.desk import Desk
from bot.services.participations import Offered
from bot.views import classes as class_views
from bot.views import events as event_views
from bot.views import participations as views
from bot.views import parties as party_views
from bot.views.screen import Screen

FRIEND = "f_"


def come(turn: Turn, button: event_views.Come) -> Answer:
    """One tap; what is at the same time is asked about first. Newcomers say who they are."""
    desk = turn.desk
    event = desk.events.find(button.event)
    known = desk.participations.open_for(turn.person, event.id)
    if known is not None:
        return receipt(turn, known)
    places = desk.participations.places(event)
    free = 0 if places.waiting else places.left
    others = [] if button.sure else desk.agenda.at_same_time(turn.person, event)
    try:
        if 1 < button.places <= event.capacity and free < button.places and not button.sure:
            desk.participations.check(turn.person, event)
            return party_views.would_wait(event, button.places, free, turn.t)
        if others:
            desk.participations.check(turn.person, event)
            return views.clash(event, button.places, others, turn.t)
        return receipt(turn, desk.participations.register(turn.person, event.id, button.places))
    except AgreeFirst:
        return first_then(turn, button)


def ask_together(turn: Turn, button: event_views.AskTogether) -> Screen:
    event = turn.desk.events.find(button.event)
    return party_views.together(event, turn.desk.participations.places(event), turn.t)


def show(turn: Turn, button: event_views.ShowMine) -> Screen:
    return receipt(turn, turn.desk.participations.find(turn.person, button.id))


def not_coming(turn: Turn, button: views.NotComing) -> Screen:
    """A class is asked about first."""
    mine = turn.desk.participations.find(turn.person, button.id)
    if mine.kind is Kind.CLASS and mine.state.is_open:
        return class_views.ask_call_off(turn.desk.events.find(mine.event_id), mine, turn.t)
    left, offered = turn.desk.participations.cancel(turn.person, button.id)
    tell_offered(turn, offered)
    return receipt(turn, left)


def ask_fewer(turn: Turn, button: party_views.AskFewer) -> Screen:
    mine = turn.desk.participations.find(turn.person, button.id)
    if mine.places < 2:
        return receipt(turn, mine)
    return party_views.ask_fewer(turn.desk.events.find(mine.event_id), mine, turn.t)


def give_back(turn: Turn, button: party_views.GiveBack) -> Screen:
    fewer, offered = turn.desk.participations.give_back(turn.person, button.id, button.places)
    tell_offered(turn, offered)
    return receipt(turn, fewer)


def take(turn: Turn, button: views.TakePlace) -> Screen:
    return receipt(turn, turn.desk.participations.accept(turn.person, button.id))


def still_coming(turn: Turn, button: views.StillComing) -> Screen:
    return receipt(turn, turn.desk.participations.confirm_change(turn.person, button.id))


def invite(turn: Turn, button: party_views.InviteFriend) -> Screen:
    mine, token = turn.desk.joining.invite(turn.person, button.id)
    link = f"https://t.me/{turn.desk.world.bot_name}?start={FRIEND}{token}"
    return party_views.invitation(turn.desk.events.find(mine.event_id), mine, link, turn.t)


def join(turn: Turn, token: str) -> Screen:
    """Of a link. Raises LinkClosed."""
    return receipt(turn, turn.desk.joining.join(turn.person, token))


def mine(turn: Turn, button: views.MyEvents) -> Screen:
    """What is to come, soonest first, then the rest, newest first."""
    receipts = [receipt_of(turn.desk, p) for p in turn.desk.participations.of(turn.person)]
    coming = [r for r in receipts if r.is_ahead]
    coming.sort(key=lambda r: r.event.starts_at)
    rest = [r for r in receipts if r not in coming]
    feeds = bool(turn.desk.world.base_url)
    return views.mine(
        [*coming, *rest],
        button.page,
        setting(turn),
        turn.t,
        feeds=feeds,
        muted=turn.person.muted,
    )


def tell_offered(turn: Turn, offered: list[Offered]) -> None:
    for lucky, participation in offered:
        of = receipt_of(turn.desk, participation)
        turn.tell(lucky, partial(views.receipt, of, setting(turn)))


def receipt_of(desk: Desk, participation: Participation) -> views.Receipt:
    event = desk.events.find(participation.event_id)
    return views.Receipt(
        participation=participation,
        event=event,
        place=desk.participations.place_in_queue(participation),
        begun=doors_are_open(event, desk.now),
        started=event.starts_at <= desk.now,
        over=event.ends_at <= desk.now,
    )


def receipt(turn: Turn, participation: Participation) -> Screen:
    of, t = receipt_of(turn.desk, participation), turn.t
    of = replace(of, pupil=turn.person.role is Role.PUPIL)
    if of.holds:
        of = replace(of, reminded=turn.desk.reminders.ahead(participation))
    if participation.kind is Kind.CLASS:
        confirmed = len(turn.desk.joining.confirmed(participation))
        counts = takes_counts(of.event, turn.now)
        return class_views.receipt(of, confirmed, counts, setting(turn), t)
    return views.receipt(of, setting(turn), t)


ROUTES: list[Route] = [
    press(event_views.Come, come),
    press(event_views.AskTogether, ask_together),
    press(event_views.ShowMine, show),
    press(views.NotComing, not_coming),
    press(party_views.AskFewer, ask_fewer),
    press(party_views.GiveBack, give_back),
    press(views.TakePlace, take),
    press(views.StillComing, still_coming),
    press(party_views.InviteFriend, invite),
    press(views.MyEvents, mine),
]
