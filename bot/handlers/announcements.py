"""Staff announce events, change them and call them off; who comes is told."""

from collections.abc import Callable, Sequence
from functools import partial

from bot.domain.announcements import BadField, Field, NotReady, next_field
from bot.domain.attendance import doors_are_open
from bot.domain.events import Change, Event, State
from bot.domain.participations import Participation
from bot.domain.reminders import tell_at
from bot.domain.staff import Permission
from bot.handlers.events import setting, setting_of
from bot.handlers.participations import receipt_of
from bot.handlers.routing import Route, Telling, Turn, press, reply
from bot.services.desk import Desk
from bot.texts import Texts
from bot.views import announcements as views
from bot.views import participations as participation_views
from bot.views.events import link
from bot.views.screen import Screen

NEEDS = Permission.PROPOSE_EVENTS


def show_list(turn: Turn, button: views.ToAnnouncements) -> Screen:
    kept = turn.desk.events.kept(turn.person)
    taken = [(event, turn.desk.participations.places(event).taken) for event in kept]
    return views.listed(taken, button.page, setting(turn), turn.t)


def new(turn: Turn, button: views.ToNew) -> Screen:
    return views.new(turn.desk.announcements.last(turn.person), button.page, turn.t)


def begin(turn: Turn, button: views.Begin) -> Screen:
    draft = turn.desk.announcements.begin(turn.person, button.type)
    return _ask(turn, draft, Field.TITLE_RU, new=True)


def copy(turn: Turn, button: views.Copy) -> Screen:
    draft = turn.desk.announcements.copy(turn.person, button.event)
    return _card(turn, draft)


def show(turn: Turn, button: views.ShowAnnouncement) -> Screen:
    return _card(turn, turn.desk.events.own(turn.person, button.event))


def fields(turn: Turn, button: views.ToFields) -> Screen:
    event = turn.desk.events.own(turn.person, button.event)
    return views.fields(event, button.page, turn.t)


def ask_field(turn: Turn, button: views.AskField) -> Screen:
    event = turn.desk.events.own(turn.person, button.event)
    return _ask(turn, event, button.field, button.new)


def set_field(turn: Turn, button: views.SetField) -> Screen:
    return _fill(turn, button.event, button.field, button.value, button.new)


def typed_field(turn: Turn, asked: tuple[views.AskField, str]) -> Screen:
    button, typed = asked
    return _fill(turn, button.event, button.field, typed, button.new)


def _fill(turn: Turn, event_id: int, field: Field, typed: str, new: bool) -> Screen:
    desk = turn.desk.announcements
    try:
        before, after, found = desk.fill(turn.person, event_id, field, typed)
    except BadField as problem:
        return _ask(turn, turn.desk.events.find(event_id), field, new, problem)
    if found and after.state.is_announced:
        tell_changed(turn.desk, turn.tell, before, after, found)
    following = next_field(field, after) if new else None
    return _card(turn, after) if following is None else _ask(turn, after, following, new=True)


def _ask(
    turn: Turn, event: Event, field: Field, new: bool, problem: BadField | None = None
) -> Screen:
    quick = _cities(turn, event) if field is Field.CITY else views.quick(field, turn.t)
    return views.ask(event, field, new, quick, problem, turn.t)


def _cities(turn: Turn, event: Event) -> list[tuple[str, str]]:
    """The event's own first, online last; any other can be typed."""
    names = turn.desk.world.dictionaries.cities
    codes = dict.fromkeys([event.city, *names] if event.city in names else names)
    shown = [(code, names[code].name_ru) for code in list(codes)[:4] if code]
    return [*shown, ("online", turn.t.plain("events-online"))]


def ask_move(turn: Turn, button: views.AskMove) -> Screen:
    event = turn.desk.events.own(turn.person, button.event)
    heads = sum(p.places for p in turn.desk.announcements.expected(event.id))
    return views.ask_move(event, button.to, heads, turn.t)


def move(turn: Turn, button: views.MoveTo) -> Screen:
    desk = turn.desk.announcements
    before = turn.desk.events.own(turn.person, button.event)
    expected = desk.expected(before.id)
    try:
        if button.to is State.PUBLISHED:
            after = desk.publish(turn.person, before.id)
        else:
            after = desk.move(turn.person, before.id, button.to)
    except NotReady as missing:
        return _ask(turn, before, missing.field, new=False)
    if after.state is not before.state:
        _tell_moved(turn, before, after, expected)
    return _card(turn, after)


def _tell_moved(turn: Turn, before: Event, after: Event, expected: Sequence[Participation]) -> None:
    of, author = setting(turn), turn.desk.announcements.owner(after.id)
    if after.state is State.CANCELLED:
        for participation in expected:
            told = partial(participation_views.cancelled, receipt_of(turn.desk, participation), of)
            _tell(turn.desk, turn.tell, participation, after, told)
    elif after.state is State.PROPOSED:
        for member in turn.desk.announcements.approvers():
            turn.tell(member, partial(views.proposed, after, of))
    elif before.state is State.PROPOSED and author is not None:
        turn.tell(author, partial(views.decided, after))


def tell_changed(
    desk: Desk, tell: Telling, before: Event, after: Event, found: Sequence[Change]
) -> None:
    of = setting_of(desk.world)
    for participation in desk.announcements.expected(after.id):
        receipt = receipt_of(desk, participation)
        told = partial(participation_views.changed, before, receipt, found, of)
        _tell(desk, tell, participation, after, told)


def _tell(
    desk: Desk,
    tell: Telling,
    participation: Participation,
    event: Event,
    view: Callable[[Texts], Screen],
) -> None:
    """Not at night, unless the event is near."""
    person = desk.participations.owner(participation)
    if person is not None:
        tell(person, view, tell_at(desk.now, event.starts_at, desk.world.rules.zone))


def ask_repeat(turn: Turn, button: views.AskRepeat) -> Screen:
    return views.ask_repeat(turn.desk.events.own(turn.person, button.event), turn.t)


def repeat(turn: Turn, button: views.Repeat) -> Screen:
    turn.desk.announcements.repeat(turn.person, button.event, button.times)
    return show_list(turn, views.ToAnnouncements())


def _card(turn: Turn, event: Event) -> Screen:
    coming = turn.desk.events.seen(event, turn.person)
    expected = turn.desk.announcements.expected(event.id)
    return views.card(
        coming,
        expected,
        begun=doors_are_open(event, turn.now),
        keeps=turn.desk.staff.may(turn.person, Permission.KEEP_EVENTS),
        link=link(event, turn.desk.world.bot_name),
        of=setting(turn),
        t=turn.t,
    )


ROUTES: list[Route] = [
    press(views.ToAnnouncements, show_list, needs=NEEDS),
    press(views.ToNew, new, needs=NEEDS),
    press(views.Begin, begin, needs=NEEDS),
    press(views.Copy, copy, needs=NEEDS),
    press(views.ShowAnnouncement, show, needs=NEEDS),
    press(views.ToFields, fields, needs=NEEDS),
    press(views.AskField, ask_field, needs=NEEDS),
    press(views.SetField, set_field, needs=NEEDS),
    reply(views.AskField, typed_field, needs=NEEDS),
    press(views.AskMove, ask_move, needs=NEEDS),
    press(views.MoveTo, move, needs=NEEDS),
    press(views.AskRepeat, ask_repeat, needs=NEEDS),
    press(views.Repeat, repeat, needs=NEEDS),
]
