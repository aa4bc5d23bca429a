"""One's own events in the calendar of a phone."""

from bot.domain.calendars import Feed, Held
from bot.domain.errors import NotFound
from bot.domain.participations import State
from bot.domain.people import Person
from bot.drawings.calendar_file import CalendarFile
from bot.handlers.events import setting, setting_of
from bot.handlers.participations import receipt
from bot.handlers.routing import Route, Turn, press
from bot.services.desk import Desk
from bot.services.world import World
from bot.texts import Texts
from bot.views import calendars as views
from bot.views.participations import ToCalendarFile, ToFeed
from bot.views.screen import Screen

ADDRESS = "/calendar/{token}.ics"  # below the public one


def show_file(turn: Turn, button: ToCalendarFile) -> Screen:
    mine = turn.desk.participations.find(turn.person, button.id)
    if mine.state is not State.REGISTERED:
        return receipt(turn, mine)
    held = Held(event=turn.desk.events.find(mine.event_id), changed_at=turn.now)
    of = _source(turn.desk.world)
    drawn = views.file([views.event_entry(held, of, turn.t)], False, of, turn.t)
    return views.one(mine, drawn, turn.t)


def show_feed(turn: Turn, _: ToFeed) -> Screen:
    return views.ask(turn.desk.calendars.feed(turn.person), setting(turn), turn.t)


def make(turn: Turn, _: views.MakeFeed) -> Screen:
    """Raises NotFound where nothing can be reached from outside (any more)."""
    base_url = turn.desk.world.base_url
    if not base_url:
        raise NotFound
    token = turn.desk.calendars.make(turn.person)
    return views.made(base_url + ADDRESS.format(token=token), turn.t)


def revoke(turn: Turn, _: views.RevokeFeed) -> Screen:
    turn.desk.calendars.revoke(turn.person)
    return views.revoked(turn.t)


def followed(desk: Desk, feed: Feed, person: Person, t: Texts) -> CalendarFile:
    """What whoever has the link gets: nothing in it says whose it is."""
    of = _source(desk.world)
    entries = [views.event_entry(held, of, t) for held in desk.calendars.held(person)]
    for course in desk.calendars.courses(person):
        entries += views.lesson_entries(course, feed, of, t)
    return views.file(entries, True, of, t)


def _source(world: World) -> views.Source:
    return views.Source(
        setting=setting_of(world),
        operator=world.operator,
        bot_name=world.bot_name,
        version=world.catalogue.version,
    )


ROUTES: list[Route] = [
    press(ToCalendarFile, show_file),
    press(ToFeed, show_feed),
    press(views.MakeFeed, make),
    press(views.RevokeFeed, revoke),
]
