"""What a path may lead to, as levels of competencies."""

from bot.domain.errors import NotFound
from bot.domain.network import Audience
from bot.domain.profiles import Profile
from bot.domain.trajectories import Goal, GoalKind
from bot.services.world import World

WORKS_ALONE = 3  # the level of whoever wants to learn something and named none
TOP_LEVEL, FIRST_STEPS = 4, 1


def towards_occupation(world: World, code: str, profile: Profile) -> Goal:
    """What it asks for; of those at school, who are to try it out, the first steps.

    Raises NotFound.
    """
    occupation = world.dictionaries.occupations.get(code)
    if occupation is None:
        raise NotFound
    highest = FIRST_STEPS if profile.audience is Audience.PUPIL else TOP_LEVEL
    levels = {c: min(level, highest) for c, level in occupation.levels.items()}
    return Goal(kind=GoalKind.OCCUPATION, code=code, levels=levels)


def towards_programme(world: World, code: str) -> Goal:
    """All that it teaches. Raises NotFound."""
    programme = world.catalogue.network.programmes.get(code)
    if programme is None:
        raise NotFound
    return Goal(kind=GoalKind.PROGRAMME, code=code, levels=programme.outcomes)


def towards_missing(world: World, code: str, profile: Profile) -> Goal:
    """What the programme asks for and the person cannot do yet. Raises NotFound."""
    programme = world.catalogue.network.programmes.get(code)
    if programme is None:
        raise NotFound
    levels = {c: n for c, n in programme.requires.items() if profile.levels.get(c, 0) < n}
    return Goal(kind=GoalKind.COMPETENCIES, code=None, levels=levels)


def towards_wants(profile: Profile) -> Goal:
    """What the person said they want to learn: to work alone, or one level more than now."""
    levels = {
        code: min(TOP_LEVEL, max(WORKS_ALONE, profile.levels.get(code, 0) + 1))
        for code in sorted(profile.wants)
    }
    return Goal(kind=GoalKind.COMPETENCIES, code=None, levels=levels)


def with_level(goal: Goal, competency: str, level: int) -> Goal:
    """Level 0 takes the competency out. What is chosen by hand is no occupation any more."""
    levels = {**goal.levels, competency: level}
    chosen = {code: needed for code, needed in levels.items() if needed}
    return Goal(kind=GoalKind.COMPETENCIES, code=None, levels=chosen)
