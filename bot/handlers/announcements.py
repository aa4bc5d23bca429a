"""Staff announce events, change them and call them off; who comes is told."""

from collections.abc import Callable, Sequence
from functools import partial

from bot.domain.announcements import EventIsOver, NotReady, next_field
from bot.domain.attendance import doors_are_open
from bot.domain.event_fields import BadField, Field
from bot.domain.events import Change, Event, EventType, State
from bot.domain.participations import Participation
from bot.domain.reminders import tell_at
from bot.domain.staff import Permission
from bot.handlers.events import setting, setting_of
from bot.handlers.participations import receipt_of
from bot.handlers.routing import Route, Telling, Turn, press, reply
from bot.services.desk import Desk
from bot.texts import Texts
from bot.views import announcement_fields as field_views
from bot.views import announcements as views
from bot.views import participations as participation_views
from bot.views.events import link, named, type_name
from bot.views.screen import Screen, added

NEEDS = Permission.PROPOSE_EVENTS


def show_list(turn: Turn, button: views.ToAnnouncements) -> Screen:
    kept = turn.desk.events.kept(turn.person)
    taken = [(event, turn.desk.participations.places(event).taken) for event in kept]
    return views.listed(taken, button.page, setting(turn), turn.t)


def new(turn: Turn, button: views.ToNew) -> Screen:
    return views.new(turn.desk.announcements.last(turn.person), button.page, turn.t)


def begin(turn: Turn, button: views.Begin) -> Screen:
    draft = turn.desk.announcements.begin(turn.person, button.type)
    return _ask(turn, draft, views.AskField(event=draft.id, field=Field.TITLE_RU, new=True))


def copy(turn: Turn, button: views.Copy) -> Screen:
    draft = turn.desk.announcements.copy(turn.person, button.event)
    return _card(turn, draft)


def show(turn: Turn, button: views.ShowAnnouncement) -> Screen:
    return _card(turn, turn.desk.events.own(turn.person, button.event))


def fields(turn: Turn, button: views.ToFields) -> Screen:
    event = turn.desk.events.own(turn.person, button.event)
    return _over(turn, event) or field_views.fields(event, button.page, setting(turn), turn.t)


def _over(turn: Turn, event: Event) -> Screen | None:
    """Held and cancelled events stay as they were; None for all others."""
    if not event.state.is_over:
        return None
    return added(_card(turn, event), [turn.t(EventIsOver.text)])


def ask_field(turn: Turn, button: views.AskField) -> Screen:
    event = turn.desk.events.own(turn.person, button.event)
    return _over(turn, event) or _ask(turn, event, button)


def set_field(turn: Turn, button: views.SetField) -> Screen:
    asked = views.AskField(event=button.event, field=button.field, new=button.new)
    return _fill(turn, asked, button.value)


def typed_field(turn: Turn, asked: tuple[views.AskField, str]) -> Screen:
    button, typed = asked
    return _fill(turn, button, typed)


def _fill(turn: Turn, asked: views.AskField, typed: str) -> Screen:
    """A question of the draft that is answered after the event was announced is asked again: now
    the answer changes what people have read."""
    event = turn.desk.events.own(turn.person, asked.event)
    if asked.new and event.state.is_announced:
        again = views.AskField(event=event.id, field=asked.field)
        return _ask(turn, event, again, BadField(problem="announced", typed=""))
    try:
        after = turn.desk.announcements.fill(turn.person, event.id, asked.field, typed)
    except BadField as problem:
        return _ask(turn, event, asked, problem)
    except EventIsOver:
        return _over(turn, event) or _card(turn, event)
    following = next_field(asked.field, after) if asked.new else None
    if following is None:
        return _card(turn, after)
    return _ask(turn, after, views.AskField(event=after.id, field=following, new=True))


def _ask(
    turn: Turn, event: Event, asked: views.AskField, problem: BadField | None = None
) -> Screen:
    return field_views.ask(event, asked, _quick(turn, event, asked.field), problem, turn.t)


def _quick(turn: Turn, event: Event, field: Field) -> list[tuple[str, str]]:
    """Answers that need no typing, as (value, label)."""
    names, t = turn.desk.world.dictionaries, turn.t
    if field is Field.CITY:
        codes = dict.fromkeys([event.city or "", *names.cities])
        cities = [(code, named(names.cities[code], t)) for code in codes if code in names.cities]
        return [("online", t.plain("events-online")), *cities]
    if field is Field.SECTOR:
        sectors = [(code, named(sector, t)) for code, sector in names.sectors.items()]
        return [*sectors, *field_views.quick(field, t)]
    if field is Field.TYPE:
        return [(kind.value, type_name(kind, t)) for kind in EventType]
    return [] if field is Field.LINK and event.online else field_views.quick(field, t)


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
        return _ask(turn, before, views.AskField(event=before.id, field=missing.field))
    if after.state is not before.state:
        _tell_moved(turn, before, after, expected)
    if before.state is State.DRAFT and after.state is State.CANCELLED:
        return show_list(turn, views.ToAnnouncements())
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
    """Whoever came later has read it as it is now."""
    of = setting_of(desk.world)
    for participation in desk.announcements.expected(after.id):
        if participation.version >= after.version:
            continue
        receipt = receipt_of(desk, participation)
        told = partial(participation_views.changed, before, receipt, found, of)
        _tell(desk, tell, participation, after, told)


def tell_now(turn: Turn, button: views.TellNow) -> Screen:
    """At night it waits for the morning: until then more may change."""
    event, desk = turn.desk.events.own(turn.person, button.event), turn.desk.announcements
    news = desk.untold(event) if event.state.is_announced else None
    if news is not None and not news.asleep:
        tell_changed(turn.desk, turn.tell, news.before, event, news.found)
        desk.told(event)
    return _card(turn, event)


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
    desk, begun = turn.desk, doors_are_open(event, turn.now)
    counted = begun or event.state in (State.HELD, State.REPORTED)
    about = views.About(
        expected=desk.announcements.expected(event.id),
        tally=desk.attendance.tally(turn.person, event.id) if counted else None,
        news=desk.announcements.untold(event) if event.state.is_announced else None,
        begun=begun,
        keeps=desk.staff.may(turn.person, Permission.KEEP_EVENTS),
        link=link(event, desk.world.bot_name),
    )
    return views.card(desk.events.seen(event, turn.person), about, setting(turn), turn.t)


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
    press(views.TellNow, tell_now, needs=NEEDS),
    press(views.AskRepeat, ask_repeat, needs=NEEDS),
    press(views.Repeat, repeat, needs=NEEDS),
]
