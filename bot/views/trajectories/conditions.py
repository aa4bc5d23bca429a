"""The conditions of a path, each changed by one tap or on a small screen of its own."""

from collections.abc import Sequence

from bot.domain.network import City, DayPart, FundingCategory
from bot.domain.trajectories import Busy, Trajectory, Wish, Wishes
from bot.texts import Html, Texts
from bot.views.answers import name
from bot.views.findings import sentence
from bot.views.nav import back, menu
from bot.views.screen import Button, Screen
from bot.views.trajectories.buttons import (
    AskBusy,
    AskDayparts,
    AskFunding,
    AskGoal,
    AskHome,
    AskMoney,
    AskWeek,
    Compose,
    NextLeast,
    NextValue,
    SetBudget,
    SetBusy,
    SetFunding,
    SetHome,
    SetWeek,
    ShowConditions,
    ShowPlaceAndTime,
    ToggleDaypart,
    TypeHome,
)
from bot.views.trajectories.words import Words, listed

CITIES_SHOWN = 5
CATEGORIES_SHOWN = 4
HOURS_A_WEEK = (6, 12, 20, None)
SOME = 10_000  # roubles: what many can find by themselves


def overview(draft: Trajectory, words: Words) -> Screen:
    """What matters most; where and when has a screen of its own."""
    t, wishes = words.t, draft.wishes
    choices = (
        Button(t.plain("trajectories-compose"), Compose(id=draft.id)),
        Button(t.plain("trajectories-set-least", value=words.least(wishes)), NextLeast()),
        Button(t.plain("trajectories-set-week", value=words.hours_a_week(wishes)), AskWeek()),
        Button(t.plain("trajectories-set-money", value=words.money(wishes)), AskMoney()),
        Button(t.plain("trajectories-set-place-time"), ShowPlaceAndTime()),
    )
    text = t(
        "trajectories-conditions",
        goal=words.goal(draft.goal),
        levels=words.levels(draft.goal.levels),
        lines=listed(_money_and_hours(wishes, words)),
    )
    nav = (Button(t.plain("trajectories-other-goal"), AskGoal(), ""), menu(t))
    return Screen(text=text, choices=choices, nav=nav)


def _money_and_hours(wishes: Wishes, words: Words) -> list[Html]:
    t = words.t
    lines = [
        _line("least", words.least(wishes), t),
        _line("week", words.hours_a_week(wishes), t),
        _line("money", words.money(wishes), t),
    ]
    funding = words.funding(wishes)
    if funding is not None:
        lines.append(t("trajectories-condition-funding", value=funding))
    return lines


def _place_and_time(wishes: Wishes, home: str | None, words: Words) -> list[Html]:
    t = words.t
    return [
        _line("where", words.reach(wishes, home), t),
        _line("how", words.formats(wishes), t),
        _line("when", words.dayparts(wishes), t),
        _line("busy", words.busy(wishes), t),
        _line("finish", words.finish(wishes), t),
    ]


def _line(which: str, value: str, t: Texts) -> Html:
    return t("trajectories-condition", name=t.plain(f"trajectories-name-{which}"), value=value)


def place_and_time(wishes: Wishes, home: str | None, words: Words) -> Screen:
    t = words.t

    def change(which: str, value: str) -> str:
        return t.plain(f"trajectories-set-{which}", value=value)

    where = Button(change("where", words.reach(wishes, home)), NextValue(wish=Wish.REACH))
    if home is None:
        where = Button(t.plain("trajectories-set-home"), AskHome())
    choices = (
        where,
        Button(change("how", words.formats(wishes)), NextValue(wish=Wish.FORMATS)),
        Button(change("when", words.dayparts(wishes)), AskDayparts()),
        Button(change("busy", words.busy(wishes)), AskBusy()),
        Button(change("finish", words.finish(wishes)), NextValue(wish=Wish.FINISH_BY)),
    )
    text = t("trajectories-place-time", lines=listed(_place_and_time(wishes, home, words)))
    nav = (Button(t.plain("trajectories-ready"), ShowConditions(), ""), menu(t))
    return Screen(text=text, choices=choices, nav=nav)


def week(wishes: Wishes, words: Words) -> Screen:
    t = words.t
    choices = [
        Button(
            _ticked(sentence(words.hours_a_week(one)), one.hours_a_week == wishes.hours_a_week, t),
            SetWeek(hours=one.hours_a_week),
        )
        for one in (Wishes(hours_a_week=hours) for hours in HOURS_A_WEEK)
    ]
    nav = (back(t, ShowConditions()), menu(t))
    return Screen(text=t("trajectories-week"), choices=choices, nav=nav)


def busy(wishes: Wishes, words: Words) -> Screen:
    t = words.t
    choices = [
        Button(
            _ticked(sentence(t.plain(f"trajectories-busy-{one}")), one.hours == wishes.busy, t),
            SetBusy(busy=one),
        )
        for one in Busy
    ]
    nav = (back(t, ShowPlaceAndTime()), menu(t))
    return Screen(text=t("trajectories-busy"), choices=choices, nav=nav)


def dayparts(wishes: Wishes, t: Texts) -> Screen:
    choices = [
        Button(_ticked(_daypart(part, t), part in wishes.dayparts, t), ToggleDaypart(daypart=part))
        for part in DayPart
    ]
    nav = (Button(t.plain("trajectories-ready"), ShowPlaceAndTime(), ""), menu(t))
    return Screen(text=t("trajectories-dayparts"), choices=choices, nav=nav)


def _daypart(part: DayPart, t: Texts) -> str:
    return sentence(t.plain(f"daypart-{part}"))


def money(wishes: Wishes, adult: bool, words: Words) -> Screen:
    """Pupils are never asked for a category."""
    t = words.t
    choices = [
        Button(_ticked(_money(most, words), wishes.budget == most, t), SetBudget(roubles=most))
        for most in (None, SOME, 0)
    ]
    if adult:
        choices.append(Button(t.plain("trajectories-set-funding"), AskFunding()))
    return Screen(
        text=t("trajectories-money"), choices=choices, nav=(back(t, ShowConditions()), menu(t))
    )


def _money(most: int | None, words: Words) -> str:
    return sentence(words.money(Wishes(budget=most)))


def funding(known: Sequence[FundingCategory], wishes: Wishes, page: int, t: Texts) -> Screen:
    pages = max(1, -(-len(known) // CATEGORIES_SHOWN))
    first = page % pages * CATEGORIES_SHOWN
    shown = known[first : first + CATEGORIES_SHOWN]
    lines = [
        t("trajectories-funding-line", number=str(number), name=name(one, t))
        for number, one in enumerate(shown, start=1)
    ]
    choices = [
        Button(_ticked(name(one, t), one.code == wishes.funding, t), SetFunding(category=one.code))
        for one in shown
    ]
    choices.append(Button(t.plain("trajectories-funding-none"), SetFunding()))
    nav = [back(t, AskMoney()), menu(t)]
    if pages > 1:
        nav.insert(0, Button(t.plain("nav-more"), AskFunding(page=(page + 1) % pages), ""))
    return Screen(text=t("trajectories-funding", lines=listed(lines)), choices=choices, nav=nav)


def home(cities: Sequence[City], known: bool, t: Texts) -> Screen:
    """`known`: what was typed before could be told from all cities."""
    choices = [Button(name(city, t), SetHome(city=city.code)) for city in cities[:CITIES_SHOWN]]
    return Screen(
        text=t("trajectories-home" if known else "trajectories-home-unknown"),
        choices=choices,
        nav=(back(t, ShowPlaceAndTime()), menu(t)),
        expects=TypeHome(),
    )


def _ticked(label: str, chosen: bool, t: Texts) -> str:
    return t.plain("trajectories-ticked", label=label) if chosen else label
