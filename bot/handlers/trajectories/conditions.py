"""The conditions of the draft, changed one at a time."""

from dataclasses import replace

from bot.catalog.names import closest
from bot.domain.errors import NotFound
from bot.domain.network import Audience
from bot.domain.trajectories import Trajectory, Wishes
from bot.handlers.routing import Route, Turn, press, reply
from bot.services.trajectories import conditions
from bot.views.screen import Screen
from bot.views.trajectories import buttons
from bot.views.trajectories import conditions as views
from bot.views.trajectories.words import Words


def words(turn: Turn) -> Words:
    world = turn.desk.world
    return Words(
        names=world.dictionaries,
        network=world.catalogue.network,
        t=turn.t,
        today=turn.desk.programmes.today,
    )


def overview(turn: Turn, draft: Trajectory) -> Screen:
    return views.overview(draft, words(turn))


def show(turn: Turn, _: buttons.ShowConditions) -> Screen:
    return overview(turn, turn.desk.trajectories.drafted(turn.person))


def next_least(turn: Turn, _: buttons.NextLeast) -> Screen:
    return overview(turn, _become(turn, conditions.least_turned(_wishes(turn))))


def next_value(turn: Turn, button: buttons.NextValue) -> Screen:
    profile = turn.desk.profiles.of(turn.person)
    cities = turn.desk.world.dictionaries.cities
    draft = _become(turn, conditions.turned(_wishes(turn), button.wish, profile, cities))
    return _place_and_time(turn, draft)


def week(turn: Turn, _: buttons.AskWeek) -> Screen:
    return views.week(_wishes(turn), words(turn))


def set_week(turn: Turn, button: buttons.SetWeek) -> Screen:
    return overview(turn, _become(turn, replace(_wishes(turn), hours_a_week=button.hours)))


def busy(turn: Turn, _: buttons.AskBusy) -> Screen:
    return views.busy(_wishes(turn), words(turn))


def set_busy(turn: Turn, button: buttons.SetBusy) -> Screen:
    return _place_and_time(turn, _become(turn, replace(_wishes(turn), busy=button.busy.hours)))


def place_and_time(turn: Turn, _: buttons.ShowPlaceAndTime) -> Screen:
    return _place_and_time(turn, turn.desk.trajectories.drafted(turn.person))


def _place_and_time(turn: Turn, draft: Trajectory) -> Screen:
    return views.place_and_time(draft.wishes, turn.person.city, words(turn))


def dayparts(turn: Turn, _: buttons.AskDayparts) -> Screen:
    return views.dayparts(_wishes(turn), turn.t)


def toggle_daypart(turn: Turn, button: buttons.ToggleDaypart) -> Screen:
    wishes = conditions.daypart_toggled(_wishes(turn), button.daypart)
    return views.dayparts(_become(turn, wishes).wishes, turn.t)


def money(turn: Turn, _: buttons.AskMoney) -> Screen:
    return views.money(_wishes(turn), _may_be_funded(turn), words(turn))


def set_budget(turn: Turn, button: buttons.SetBudget) -> Screen:
    return overview(turn, _become(turn, replace(_wishes(turn), budget=button.roubles)))


def funding(turn: Turn, button: buttons.AskFunding) -> Screen:
    profile = turn.desk.profiles.of(turn.person)
    categories = turn.desk.world.dictionaries.funding.values()
    known = [one for one in categories if conditions.may_be_funded(one, profile)]
    return views.funding(known, _wishes(turn), button.page, turn.t)


def set_funding(turn: Turn, button: buttons.SetFunding) -> Screen:
    return overview(turn, _become(turn, replace(_wishes(turn), funding=button.category)))


def _may_be_funded(turn: Turn) -> bool:
    return turn.desk.profiles.of(turn.person).audience is Audience.ADULT


def ask_home(turn: Turn, _: buttons.AskHome) -> Screen:
    """data/cities.csv lists the largest first."""
    return views.home(list(turn.desk.world.dictionaries.cities.values()), True, turn.t)


def set_home(turn: Turn, button: buttons.SetHome) -> Screen:
    """The person's city from now on; the path stays near it."""
    cities = turn.desk.world.dictionaries.cities
    if button.city not in cities:
        raise NotFound
    moved = turn.became(turn.desk.people.choose_city(turn.person, button.city))
    reach = conditions.reaches(button.city, cities)[0]
    return _place_and_time(moved, _become(moved, replace(_wishes(moved), reach=reach)))


def typed_home(turn: Turn, asked: tuple[buttons.TypeHome, str]) -> Screen:
    cities = turn.desk.world.dictionaries.cities
    meant = closest(asked[1], {c.code: (c.name_ru, c.name_en) for c in cities.values()})
    if len(meant) == 1:
        return set_home(turn, buttons.SetHome(city=meant[0]))
    return views.home([cities[code] for code in meant or cities], bool(meant), turn.t)


def _wishes(turn: Turn) -> Wishes:
    return turn.desk.trajectories.drafted(turn.person).wishes


def _become(turn: Turn, wishes: Wishes) -> Trajectory:
    return turn.desk.trajectories.want(turn.person, lambda draft: replace(draft, wishes=wishes))


ROUTES: list[Route] = [
    press(buttons.ShowConditions, show),
    press(buttons.NextLeast, next_least),
    press(buttons.NextValue, next_value),
    press(buttons.ShowPlaceAndTime, place_and_time),
    press(buttons.AskDayparts, dayparts),
    press(buttons.ToggleDaypart, toggle_daypart),
    press(buttons.AskWeek, week),
    press(buttons.SetWeek, set_week),
    press(buttons.AskBusy, busy),
    press(buttons.SetBusy, set_busy),
    press(buttons.AskMoney, money),
    press(buttons.SetBudget, set_budget),
    press(buttons.AskFunding, funding),
    press(buttons.SetFunding, set_funding),
    press(buttons.AskHome, ask_home),
    press(buttons.SetHome, set_home),
    reply(buttons.TypeHome, typed_home),
]
