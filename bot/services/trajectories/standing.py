"""How the modules of a path fit together now, and what leads to the same goal besides them."""

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from bot.domain.matching import ObstacleKind, Offer, obstacles
from bot.domain.network import City, Programme
from bot.domain.profiles import Profile
from bot.domain.timetables import Lesson, city_of, clash, lessons
from bot.domain.trajectories import Run

# A module has its own dates, places and partner: those of the whole programme do not count.
OF_THE_WHOLE = {ObstacleKind.FULL, ObstacleKind.NO_DATES, ObstacleKind.AGREEMENT}


def may_enter(offer: Offer, profile: Profile, cities: Mapping[str, City]) -> bool:
    """Whether the rules of admission are met. Experience that was not asked about is none.

    A profession that was not asked about may be there: the screens say that it is needed.
    """
    rules, programme = offer.programme.rules, offer.programme
    if rules.experience and programme.sector not in (profile.experience or ()):
        return False
    found = {obstacle.kind for obstacle in obstacles(offer, profile, cities)}
    return all(kind.is_wish or kind in OF_THE_WHOLE for kind in found)


def is_for_older(offer: Offer, profile: Profile, cities: Mapping[str, City]) -> bool:
    return ObstacleKind.AGE in {o.kind for o in obstacles(offer, profile, cities)}


def reaches(programme: Programme, goal: Mapping[str, int], levels: Mapping[str, int]) -> bool:
    """Whether it gives all that is missing, to somebody who can do what it asks for."""
    lacking = {c: level for c, level in goal.items() if levels.get(c, 0) < level}
    able = all(levels.get(c, 0) >= level for c, level in programme.requires.items())
    gives = programme.outcomes
    return able and bool(lacking) and all(gives.get(c, 0) >= n for c, n in lacking.items())


def hold(
    runs: Iterable[Run],
    taken: Collection[Lesson],
    done: Collection[str],
    levels: Mapping[str, int],
) -> bool:
    """Whether one person can go to all of them, prepared for each. `taken`: other lessons."""
    known = tuple(runs)
    held = [lessons(run.group, city_of(run.module)) for run in known]
    if any(clash(one, other) for one, other in combinations(held, 2)):
        return False
    if any(clash(one, taken) for one in held):
        return False
    return all(_is_prepared(run, known, done, levels) for run in known)


def _is_prepared(
    run: Run, runs: Iterable[Run], done: Collection[str], levels: Mapping[str, int]
) -> bool:
    before = [other.module for other in runs if other.group.ends_on < run.group.starts_on]
    had = {module.code for module in before} | set(done)
    return set(run.module.requires) <= had and all(
        max(levels.get(c, 0), *(module.outcomes.get(c, 0) for module in before), 0) >= need
        for c, need in run.programme.requires.items()
    )
