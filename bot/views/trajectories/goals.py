"""What a path may lead to: an occupation, or competencies with levels."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from bot.domain.network import Competency, Occupation, Programme, Sector
from bot.domain.trajectories import Trajectory
from bot.texts import Html, Texts
from bot.views.answers import name
from bot.views.callbacks import Callback
from bot.views.findings import sentence
from bot.views.nav import back, human, menu
from bot.views.programmes import title
from bot.views.screen import Button, Screen
from bot.views.trajectories.buttons import (
    AskGoal,
    AskLevel,
    AskOccupation,
    AskSector,
    AskSkill,
    AskSkills,
    GoOccupation,
    GoProgramme,
    GoWants,
    SetLevel,
    ShowConditions,
    ShowPath,
    ToPaths,
    TypeGoal,
)
from bot.views.trajectories.words import Words

SHOWN = 5
TRANSVERSAL = "transversal"  # competencies of no sector
LEVELS = (1, 2, 3, 4)
Meant: TypeAlias = Sequence[Occupation | Competency | Programme]  # by what was typed


def ask(draft: Trajectory | None, wants: bool, kept: int, words: Words) -> Screen:
    """`wants`: the questionnaire told what the person wants to learn; `kept`: how many paths."""
    t = words.t
    choices = _lists(t)
    if wants:
        choices.append(Button(t.plain("trajectories-goal-wants"), GoWants()))
    if draft is not None and draft.goal.levels:
        action = ShowPath(id=draft.id) if draft.groups else ShowConditions()
        label = t.plain("trajectories-goal-on", goal=words.goal(draft.goal))
        choices.append(Button(label, action))
    nav = [human(t), menu(t)]
    if kept:
        nav.insert(0, Button(t.plain("trajectories-mine", count=kept), ToPaths(), ""))
    return Screen(text=t("trajectories-goal"), choices=choices, nav=nav, expects=TypeGoal())


def from_modules(programme: str, t: Texts) -> Button:
    """For the card of a programme whose modules can be taken one by one."""
    return Button(t.plain("trajectories-build-programme"), GoProgramme(programme=programme))


def not_known(found: Meant, words: Words) -> Screen:
    """Typed text that may mean several, or none that we know."""
    t = words.t
    choices = [_towards(one, t) for one in found[:SHOWN]]
    key = "trajectories-goal-which" if found else "trajectories-goal-unknown"
    return _again(t(key), choices or _lists(t), t)


def nothing_to_learn(t: Texts) -> Screen:
    """The person can do all of it already."""
    return _again(t("trajectories-goal-nothing"), _lists(t), t)


def _again(text: Html, choices: Sequence[Button], t: Texts) -> Screen:
    nav = (back(t, AskGoal()), human(t), menu(t))
    return Screen(text=text, choices=choices, nav=nav, expects=TypeGoal())


def _lists(t: Texts) -> list[Button]:
    return [
        Button(t.plain("trajectories-goal-occupation"), AskSector()),
        Button(t.plain("trajectories-goal-skills"), AskSkills()),
    ]


def _towards(one: Occupation | Competency | Programme, t: Texts) -> Button:
    match one:
        case Occupation():
            return Button(name(one, t), GoOccupation(occupation=one.code))
        case Competency():
            return Button(name(one, t), AskLevel(competency=one.code))
        case Programme():
            return Button(title(one, t), GoProgramme(programme=one.code))


def sectors(known: Sequence[Sector], page: int, t: Texts) -> Screen:
    """Those with occupations; what the person is interested in comes first."""
    choices = [Button(name(sector, t), AskOccupation(sector=sector.code)) for sector in known]
    return Screen(
        text=t("trajectories-sector"),
        choices=_page(choices, page),
        nav=(*_more(choices, AskSector(page=page + 1), t), back(t, AskGoal()), menu(t)),
        expects=TypeGoal(),
    )


def occupations(sector: Sector, known: Sequence[Occupation], page: int, t: Texts) -> Screen:
    choices = [Button(name(one, t), GoOccupation(occupation=one.code)) for one in known]
    more = _more(choices, AskOccupation(sector=sector.code, page=page + 1), t)
    return Screen(
        text=t("trajectories-occupation", sector=name(sector, t)),
        choices=_page(choices, page),
        nav=(*more, back(t, AskSector()), menu(t)),
        expects=TypeGoal(),
    )


def groups_of_skills(
    sectors: Sequence[Sector], chosen: Mapping[str, int], page: int, words: Words
) -> Screen:
    """Sectors to look into, and what has been chosen so far."""
    t = words.t
    choices = [
        *(Button(name(sector, t), AskSkill(group=sector.code)) for sector in sectors),
        Button(t.plain("trajectories-skills-general"), AskSkill(group=TRANSVERSAL)),
    ]
    size = SHOWN - 1 if chosen else SHOWN
    shown = _page(choices, page, size)
    if chosen:
        shown.insert(0, Button(t.plain("trajectories-skills-done"), ShowConditions()))
    key = "trajectories-skills-chosen" if chosen else "trajectories-skills"
    return Screen(
        text=t(key, chosen=words.levels(chosen)),
        choices=shown,
        nav=(*_more(choices, AskSkills(page=page + 1), t, size), back(t, AskGoal()), menu(t)),
        expects=TypeGoal(),
    )


def skills(
    group: str, known: Sequence[Competency], chosen: Mapping[str, int], page: int, words: Words
) -> Screen:
    t = words.t
    choices = [Button(_ticked(one, chosen, t), AskLevel(competency=one.code)) for one in known]
    return Screen(
        text=t("trajectories-skill-which"),
        choices=_page(choices, page),
        nav=(
            *_more(choices, AskSkill(group=group, page=page + 1), t),
            back(t, AskSkills()),
            menu(t),
        ),
        expects=TypeGoal(),
    )


def _ticked(one: Competency, chosen: Mapping[str, int], t: Texts) -> str:
    label = name(one, t)
    return t.plain("trajectories-ticked", label=label) if one.code in chosen else label


def levels(competency: str, own: int | None, chosen: int | None, words: Words) -> Screen:
    """`own`: the level that the person told in the questionnaire, where it was asked."""
    t = words.t
    choices = [
        Button(sentence(words.level(level)), SetLevel(competency=competency, level=level))
        for level in LEVELS
    ]
    if chosen is not None:
        remove = SetLevel(competency=competency, level=0)
        choices.append(Button(t.plain("trajectories-level-none"), remove))
    known = "" if own is None else t.plain(f"trajectories-own-{own}")
    text = t(
        "trajectories-level" if own is None else "trajectories-level-own",
        skill=words.competency(competency),
        own=known,
    )
    return Screen(text=text, choices=choices, nav=(back(t, AskSkills()), menu(t)))


def _page(choices: Sequence[Button], page: int, size: int = SHOWN) -> list[Button]:
    first = page % max(1, -(-len(choices) // size)) * size
    return list(choices[first : first + size])


def _more(choices: Sequence[Button], action: Callback, t: Texts, size: int = SHOWN) -> list[Button]:
    return [Button(t.plain("nav-more"), action, "")] if len(choices) > size else []
