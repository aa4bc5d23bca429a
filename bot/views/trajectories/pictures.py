"""The timetable of a path as a picture, with the same in words below it."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.domain.trajectories import Path, Run
from bot.drawings import as_recipe
from bot.drawings.timetable import MOST_SPANS, Mark, Span, Timetable
from bot.views import dates
from bot.views.nav import menu
from bot.views.screen import Attachment, Button, Screen, shortened
from bot.views.trajectories.buttons import ShowPath
from bot.views.trajectories.words import Words, listed

MOST_NAMED = 5  # marks with room for their names
SHORT = 10  # weeks, of which single ones are named
ROOM = 900  # characters of a caption


def picture(path: Path, words: Words) -> Screen:
    t, runs = words.t, path.plan.runs[:MOST_SPANS]
    goal = words.goal(path.trajectory.goal)
    drawn = _timetable(path, goal, words)
    room = ROOM // max(1, len(runs))
    lines = [
        t("trajectories-picture-line", line=shortened(_told(span), room)) for span in drawn.spans
    ]
    head = t("trajectories-path", goal=goal)
    shown = Attachment(name="timetable.png", recipe=as_recipe(drawn), photo=True)
    return Screen(
        text=listed([head, *lines]),
        choices=(Button(t.plain("trajectories-open-path"), ShowPath(id=path.trajectory.id)),),
        nav=(menu(t),),
        attachment=shown,
    )


def _told(span: Span) -> str:
    return f"{span.label}: {span.when}. {span.where}"


def _timetable(path: Path, goal: str, words: Words) -> Timetable:
    t, runs = words.t, path.plan.runs[:MOST_SPANS]
    first = min(run.group.starts_on for run in runs)
    last = max(run.group.ends_on for run in runs)
    begins = first - timedelta(days=first.weekday())
    days = (last - begins).days + 7 - last.weekday()

    def share(day: date) -> float:
        return (day - begins).days / days

    spans = tuple(
        Span(
            label=f"{number}. {words.title(run.module)}",
            begins=share(run.group.starts_on),
            ends=share(run.group.ends_on + timedelta(days=1)),
            when=_when(run, words),
            where=words.place(run.module),
        )
        for number, run in enumerate(runs, start=1)
    )
    marks = tuple(Mark(label=dates.short(day, t), at=share(day)) for day in _named(begins, last))
    rest = len(path.plan.runs) - len(runs)
    note = t.plain("trajectories-picture-rest", rest=rest) if rest else ""
    title = t.plain("trajectories-picture-title", goal=goal)
    return Timetable(title=title, spans=spans, marks=marks, note=note)


def _when(run: Run, words: Words) -> str:
    timetable = words.timetable(run.group, run.module.format)
    period = words.period(run.group)
    return words.t.plain("trajectories-picture-when", period=period, timetable=timetable)


def _named(begins: date, last: date) -> list[date]:
    """Mondays of a short time, firsts of months of a long one, as many as can be read."""
    weeks = ((last - begins).days + 6) // 7
    days = list(_mondays(begins, last) if weeks <= SHORT else _firsts(begins, last))
    return days[:: -(-len(days) // MOST_NAMED)]


def _mondays(begins: date, last: date) -> Iterator[date]:
    for week in range(((last - begins).days) // 7 + 1):
        yield begins + timedelta(weeks=week)


def _firsts(begins: date, last: date) -> Iterator[date]:
    day = (begins.replace(day=1) + timedelta(days=32)).replace(day=1)
    while day <= last:
        yield day
        day = (day + timedelta(days=32)).replace(day=1)
