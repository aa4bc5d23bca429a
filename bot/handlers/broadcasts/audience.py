"""Choosing whom a mailing is for."""

from collections.abc import Callable, Sequence

from bot.catalog.names import closest
from bot.domain.broadcasts import Broadcast
from bot.domain.segments import By, grades
from bot.domain.staff import Permission
from bot.handlers.broadcasts.pages import names
from bot.handlers.routing import Route, Turn, press, reply, slow_reply
from bot.services.broadcasts.drafts import MAX_NAME
from bot.services.world import World
from bot.views.broadcasts import audience as views
from bot.views.broadcasts.drafts import ToAudience
from bot.views.broadcasts.words import Names
from bot.views.screen import Screen

NEEDS = Permission.SEND_BROADCASTS
Meant = tuple[views.TypeCriterion, Sequence[str]]


def show(turn: Turn, button: ToAudience) -> Screen:
    return _shown(turn, turn.desk.drafts.recounted(button.id))


def _shown(turn: Turn, draft: Broadcast) -> Screen:
    return views.audience(draft, names(turn), turn.t)


def criteria(turn: Turn, button: views.AddCriterion) -> Screen:
    return views.criteria(turn.desk.broadcasts.find(button.id), button.page, turn.t)


def ask(turn: Turn, button: views.AskCriterion) -> Screen:
    return _values(turn, turn.desk.broadcasts.find(button.id), button.by)


def toggle(turn: Turn, button: views.Toggle) -> Screen:
    draft = turn.desk.drafts.toggle(turn.person, button.id, button.by, button.value)
    return _values(turn, draft, button.by)


def _values(turn: Turn, draft: Broadcast, by: By) -> Screen:
    known = names(turn)
    return views.values(draft, by, views.usual_values(by, known), known, turn.t)


def look_up(turn: Turn, asked: tuple[views.TypeCriterion, str]) -> Callable[[], Meant]:
    question, typed = asked
    world, known = turn.desk.world, names(turn)
    return lambda: (question, _meant(world, known, question.by, typed))


def _meant(world: World, known: Names, by: By, typed: str) -> Sequence[str]:
    """The values that typed text may stand for, the likeliest first."""
    match by:
        case By.GRADE:
            return _grades(typed)
        case By.APPLIED | By.COMPLETED:
            return [hit.id for hit in world.catalogue.search(typed).hits]
        case By.REGISTERED | By.CAME:
            called = {number: (one.title_ru,) for number, one in known.events.items()}
            return closest(typed, called)
        case By.CITY:
            cities = world.dictionaries.cities.values()
            return closest(typed, {one.code: (one.name_ru, one.name_en) for one in cities})
        case _:
            skills = world.dictionaries.competencies.values()
            return closest(typed, {one.code: (one.name_ru, one.name_en) for one in skills})


def _grades(typed: str) -> Sequence[str]:
    """Of «8-11», «8–11 класс» or «9»."""
    said = typed.replace("–", "-").replace("класс", "").replace(" ", "")
    try:
        first, last = grades(said)
    except ValueError:
        return ()
    return (f"{first}-{last}" if first < last else str(first),) if 1 <= first <= last <= 11 else ()


def found(turn: Turn, meant: Meant) -> Screen:
    """A single one is chosen at once."""
    question, offered = meant
    draft = turn.desk.broadcasts.find(question.id)
    chosen = draft.segment.get(question.by, ())
    if len(offered) == 1 and offered[0] not in chosen:
        chosen_one = views.Toggle(id=question.id, by=question.by, value=offered[0])
        return toggle(turn, chosen_one)
    said = turn.t("broadcasts-found" if offered else "broadcasts-not-found")
    return views.values(draft, question.by, offered, names(turn), turn.t, said)


def everybody(turn: Turn, button: views.Everybody) -> Screen:
    return _shown(turn, turn.desk.drafts.everybody(turn.person, button.id))


def segments(turn: Turn, button: views.ToSegments) -> Screen:
    draft = turn.desk.broadcasts.find(button.id)
    return views.segments(draft, turn.desk.drafts.segments(), button.page, turn.t)


def use_segment(turn: Turn, button: views.UseSegment) -> Screen:
    return _shown(turn, turn.desk.drafts.use_segment(turn.person, button.id, button.segment))


def ask_name(turn: Turn, button: views.AskName) -> Screen:
    return views.ask_name(turn.desk.broadcasts.find(button.id), MAX_NAME, turn.t)


def type_name(turn: Turn, asked: tuple[views.TypeName, str]) -> Screen:
    question, typed = asked
    turn.desk.drafts.save_segment(turn.person, question.id, typed)
    return segments(turn, views.ToSegments(id=question.id))


def removing(turn: Turn, button: views.RemoveSegments) -> Screen:
    draft = turn.desk.broadcasts.find(button.id)
    return views.removing(draft, turn.desk.drafts.segments(), turn.t)


def remove(turn: Turn, button: views.RemoveSegment) -> Screen:
    turn.desk.drafts.remove_segment(button.segment)
    return segments(turn, views.ToSegments(id=button.id))


ROUTES: list[Route] = [
    press(ToAudience, show, needs=NEEDS),
    press(views.AddCriterion, criteria, needs=NEEDS),
    press(views.AskCriterion, ask, needs=NEEDS),
    press(views.Toggle, toggle, needs=NEEDS),
    slow_reply(views.TypeCriterion, look_up, found, needs=NEEDS),
    press(views.Everybody, everybody, needs=NEEDS),
    press(views.ToSegments, segments, needs=NEEDS),
    press(views.UseSegment, use_segment, needs=NEEDS),
    press(views.AskName, ask_name, needs=NEEDS),
    reply(views.TypeName, type_name, needs=NEEDS),
    press(views.RemoveSegments, removing, needs=NEEDS),
    press(views.RemoveSegment, remove, needs=NEEDS),
]
