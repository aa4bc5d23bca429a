"""Finding events and looking at one."""

from dataclasses import replace

from bot.domain.events import EventType, Filter, Wish
from bot.domain.staff import Permission
from bot.handlers.routing import Answer, Route, Turn, command, press
from bot.services.world import World
from bot.views import event_filters as filter_views
from bot.views import events as views
from bot.views.screen import Screen


def setting(turn: Turn) -> views.Setting:
    known = setting_of(turn.desk.world)
    return replace(known, today=turn.now.astimezone(known.zone).date())


def setting_of(world: World) -> views.Setting:
    return views.Setting(
        zone=world.rules.zone,
        names=world.dictionaries,
        partners=world.catalogue.network.partners,
    )


def show_list(turn: Turn, button: views.ShowEvents | str) -> Screen:
    page = button.page if isinstance(button, views.ShowEvents) else 0
    wanted = turn.desk.events.filter_of(turn.person)
    found = turn.desk.events.coming(turn.person, wanted)
    words = filter_views.in_words(wanted, setting(turn), turn.t)
    return views.listed(found, words, page, setting(turn), turn.t)


def show(turn: Turn, button: views.ShowEvent) -> Screen:
    event = turn.desk.events.find(button.event)
    mine = turn.desk.participations.open_for(turn.person, event.id)
    teaches = turn.desk.staff.may(turn.person, Permission.BRING_CLASS)
    coming = turn.desk.events.seen(event, turn.person)
    reader = views.Reader(person=turn.person, mine=mine, teaches=teaches)
    return views.card(coming, reader, setting(turn), turn.t)


def to_parents(turn: Turn, button: views.ToParents) -> Screen:
    event = turn.desk.events.find(button.event)
    address = views.link(event, turn.desk.world.bot_name)
    return views.to_parents(event, address, setting(turn), turn.t)


def show_meant(turn: Turn, button: views.ShowMeant) -> Screen:
    """Those of them that are still announced."""
    wanted = set(map(int, button.events.split(".")))
    coming = turn.desk.events.coming(turn.person, Filter())
    found = [c for c in coming if c.event.id in wanted]
    return views.listed(found, "", 0, setting(turn), turn.t)


def show_filter(turn: Turn, button: views.ToFilter) -> Screen:
    wanted = turn.desk.events.filter_of(turn.person)
    return filter_views.filters(wanted, button.page, setting(turn), turn.t)


def toggle(turn: Turn, button: filter_views.Toggle) -> Screen:
    wanted = turn.desk.events.filter_of(turn.person)
    return _keep(turn, wanted.turned(button.wish), button.wish)


def ask_filter(turn: Turn, button: filter_views.AskFilter) -> Screen:
    return filter_views.ask_filter(button.about, _values(turn, button.about), button.page, turn.t)


def set_filter(turn: Turn, button: filter_views.SetFilter) -> Screen:
    wanted = turn.desk.events.filter_of(turn.person)
    return _keep(turn, wanted.chosen(button.about, button.value), button.about)


def clear(turn: Turn, _: views.ClearFilter) -> Screen:
    turn.desk.events.keep_filter(turn.person, Filter())
    return show_list(turn, views.ShowEvents())


def _keep(turn: Turn, wanted: Filter, about: Wish) -> Screen:
    turn.desk.events.keep_filter(turn.person, wanted)
    return filter_views.filters(wanted, filter_views.page_of(about), setting(turn), turn.t)


def _values(turn: Turn, about: Wish) -> list[tuple[str, str]]:
    """What can be chosen, as (code, name)."""
    if about is Wish.TYPE:
        return [(kind.value, views.type_name(kind, turn.t)) for kind in EventType]
    names = turn.desk.world.dictionaries
    known = names.cities if about is Wish.CITY else names.sectors
    return [(code, views.named(value, turn.t)) for code, value in known.items()]


def follow(turn: Turn, slug: str) -> Answer:
    """Of a link. Raises NotFound."""
    return show(turn, views.ShowEvent(event=turn.desk.events.by_slug(slug).id))


ROUTES: list[Route] = [
    command("events", show_list),
    press(views.ShowEvents, show_list),
    press(views.ShowEvent, show),
    press(views.ToParents, to_parents),
    press(views.ShowMeant, show_meant),
    press(views.ToFilter, show_filter),
    press(filter_views.Toggle, toggle),
    press(filter_views.AskFilter, ask_filter),
    press(filter_views.SetFilter, set_filter),
    press(views.ClearFilter, clear),
]
