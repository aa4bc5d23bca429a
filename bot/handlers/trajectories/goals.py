"""From «what do you want to be» to a draft with a goal."""

from collections.abc import Callable
from dataclasses import replace

from bot.domain.errors import NotFound
from bot.domain.network import Competency, Occupation, Sector
from bot.domain.trajectories import Goal, GoalKind, Trajectory
from bot.handlers import newcomers  # by its module: it knows the buttons of paths itself
from bot.handlers.routing import Answer, Route, Turn, press, slow_reply
from bot.handlers.trajectories.aims import remember
from bot.handlers.trajectories.conditions import overview, words
from bot.services.trajectories import goals
from bot.views import start as start_views
from bot.views.callbacks import Callback
from bot.views.screen import Screen
from bot.views.trajectories import buttons
from bot.views.trajectories import goals as views


def ask(turn: Turn, button: buttons.AskGoal) -> Answer:
    if turn.person.role is None:
        return stranger(turn, button)
    service = turn.desk.trajectories
    wants = bool(turn.desk.profiles.of(turn.person).wants)
    kept = len(service.kept(turn.person))
    return views.ask(service.draft(turn.person), wants, kept, words(turn))


def stranger(turn: Turn, button: Callback) -> Screen:
    """Says first who they are, and comes back to this button then."""
    remember(turn, button)
    return newcomers.first_question(turn) or start_views.welcome(False, turn.t)


def is_stranger(turn: Turn) -> bool:
    """Also whoever stopped on the way: age and education decide what they may enter."""
    return turn.person.role is None or newcomers.first_question(turn) is not None


def sectors(turn: Turn, button: buttons.AskSector) -> Screen:
    occupations = turn.desk.world.dictionaries.occupations.values()
    with_some = {one.sector for one in occupations}
    known = [sector for sector in _own_first(turn) if sector.code in with_some]
    return views.sectors(known, button.page, turn.t)


def _own_first(turn: Turn) -> list[Sector]:
    """The directions that the person chose in the questionnaire come first."""
    own = turn.desk.profiles.of(turn.person).sectors
    known = turn.desk.world.dictionaries.sectors.values()
    return sorted(known, key=lambda sector: sector.code not in own)


def occupations(turn: Turn, button: buttons.AskOccupation) -> Screen:
    names = turn.desk.world.dictionaries
    sector = names.sectors.get(button.sector)
    if sector is None:
        raise NotFound
    known = [one for one in names.occupations.values() if one.sector == sector.code]
    return views.occupations(sector, known, button.page, turn.t)


def towards_occupation(turn: Turn, button: buttons.GoOccupation) -> Answer:
    profile = turn.desk.profiles.of(turn.person)
    goal = goals.towards_occupation(turn.desk.world, button.occupation, profile)
    return _begin(turn, button, goal)


def towards_programme(turn: Turn, button: buttons.GoProgramme) -> Answer:
    return _begin(turn, button, goals.towards_programme(turn.desk.world, button.programme))


def towards_missing(turn: Turn, button: buttons.GoMissing) -> Answer:
    profile = turn.desk.profiles.of(turn.person)
    goal = goals.towards_missing(turn.desk.world, button.programme, profile)
    return _begin(turn, button, goal)


def towards_wants(turn: Turn, button: buttons.GoWants) -> Answer:
    return _begin(turn, button, goals.towards_wants(turn.desk.profiles.of(turn.person)))


def _begin(turn: Turn, button: Callback, goal: Goal) -> Answer:
    if is_stranger(turn):
        return stranger(turn, button)
    if not goal.levels:
        return views.nothing_to_learn(turn.t)
    return overview(turn, turn.desk.trajectories.begin(turn.person, goal))


def groups_of_skills(turn: Turn, button: buttons.AskSkills) -> Screen:
    own = _own_first(turn)
    groups = {one.group for one in turn.desk.world.dictionaries.competencies.values()}
    known = [sector for sector in own if sector.code in groups]
    return views.groups_of_skills(known, _chosen(turn), button.page, words(turn))


def skills(turn: Turn, button: buttons.AskSkill) -> Screen:
    known = turn.desk.world.dictionaries.competencies.values()
    of_group = [one for one in known if one.group == button.group]
    if len(of_group) == 1:
        return level(turn, buttons.AskLevel(competency=of_group[0].code))
    return views.skills(button.group, of_group, _chosen(turn), button.page, words(turn))


def level(turn: Turn, button: buttons.AskLevel) -> Screen:
    if button.competency not in turn.desk.world.dictionaries.competencies:
        raise NotFound
    own = turn.desk.profiles.of(turn.person).levels.get(button.competency)
    chosen = _chosen(turn).get(button.competency)
    return views.levels(button.competency, own, chosen, words(turn))


def set_level(turn: Turn, button: buttons.SetLevel) -> Answer:
    """Adds to what is being chosen, else begins a new path with it."""
    if turn.person.role is None:
        return stranger(turn, buttons.AskGoal())
    service = turn.desk.trajectories
    chosen = Goal(kind=GoalKind.COMPETENCIES, code=None, levels=_chosen(turn))
    goal = goals.with_level(chosen, button.competency, button.level)
    draft = _choosing(turn)
    if draft is None:
        service.begin(turn.person, goal)
    else:
        service.want(turn.person, lambda wanted: replace(wanted, goal=goal))
    return groups_of_skills(turn, buttons.AskSkills())


def _choosing(turn: Turn) -> Trajectory | None:
    """The draft, where its goal is chosen by hand."""
    draft = turn.desk.trajectories.draft(turn.person)
    return draft if draft and draft.goal.kind is GoalKind.COMPETENCIES else None


def _chosen(turn: Turn) -> dict[str, int]:
    draft = _choosing(turn)
    return dict(draft.goal.levels) if draft else {}


def search(turn: Turn, asked: tuple[buttons.TypeGoal, str]) -> Callable[[], views.Meant]:
    """Occupations and competencies that the words may mean; else programmes."""
    catalogue, (_, text) = turn.desk.world.catalogue, asked

    def work() -> views.Meant:
        lists = catalogue.dictionaries
        known: dict[str, Occupation | Competency] = {**lists.occupations, **lists.competencies}
        found = [known[code] for code in catalogue.goals.find(text)]
        if found:
            return found
        return [catalogue.network.programmes[hit.id] for hit in catalogue.search(text).hits]

    return work


def show_found(turn: Turn, meant: views.Meant) -> Answer:
    """What can only mean one thing is taken at once."""
    match meant:
        case [Occupation() as one]:
            return towards_occupation(turn, buttons.GoOccupation(occupation=one.code))
        case [Competency() as one]:
            return level(turn, buttons.AskLevel(competency=one.code))
    return views.not_known(meant, words(turn))


ROUTES: list[Route] = [
    press(buttons.AskGoal, ask),
    press(buttons.AskSector, sectors),
    press(buttons.AskOccupation, occupations),
    press(buttons.GoOccupation, towards_occupation),
    press(buttons.GoProgramme, towards_programme),
    press(buttons.GoMissing, towards_missing),
    press(buttons.GoWants, towards_wants),
    press(buttons.AskSkills, groups_of_skills),
    press(buttons.AskSkill, skills),
    press(buttons.AskLevel, level),
    press(buttons.SetLevel, set_level),
    slow_reply(buttons.TypeGoal, search, show_found),
]
