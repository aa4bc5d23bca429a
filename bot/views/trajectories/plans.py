"""A path to read: its modules in order, what they add up to, what it gives and what it does not."""

from collections.abc import Sequence
from math import ceil

from bot.domain.enrolments import State as Applied
from bot.domain.trajectories import Path, Plan, Run, State, Wishes, trips, weeks, whole
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.enrolments import MyEnrolments
from bot.views.nav import human, menu
from bot.views.programmes import title
from bot.views.screen import Button, Screen
from bot.views.trajectories.buttons import (
    Accept,
    AskDrop,
    AskGoal,
    Compose,
    Edit,
    Keep,
    ReviewBundle,
    Share,
    ShowConditions,
    ShowPath,
    ShowPicture,
    ToPaths,
)
from bot.views.trajectories.words import Words, listed

SHOWN = 5  # modules of one page


def path(found: Path, page: int, words: Words, note: Html | None = None) -> Screen:
    """`note` stands above: what has changed."""
    plan = found.plan
    if not plan.runs:
        return _nothing(found, words)
    t = words.t
    pages = -(-len(plan.runs) // SHOWN)
    page %= pages
    first = page * SHOWN
    lines = [
        _run(number, run, found, words)
        for number, run in enumerate(plan.runs[first : first + SHOWN], start=first + 1)
    ]
    head = t("trajectories-path", goal=words.goal(found.trajectory.goal))
    told = [line for line in (note, _given_up(plan, words)) if line]
    blocks = [head, *told, *lines, _totals(plan, found.home, words)]
    if page == pages - 1:
        blocks += _remarks(found, words)
    nav = _nav(found, t)
    if pages > 1:
        more = ShowPath(id=found.trajectory.id, page=(page + 1) % pages)
        nav.insert(0, Button(t.plain("trajectories-page", page=page + 1, pages=pages), more, ""))
    return Screen(text=listed(blocks, "\n\n"), choices=_choices(found, t), nav=nav)


def _given_up(plan: Plan, words: Words) -> Html | None:
    """It comes first: the person may not be able to go there."""
    named = ", ".join(words.wish(wish) for wish in plan.given_up)
    return words.t("trajectories-given-up", wishes=named) if named else None


def _run(number: int, run: Run, found: Path, words: Words) -> Html:
    t = words.t
    return t(
        "trajectories-run",
        number=str(number),
        title=words.title(run.module),
        period=words.period(run.group),
        timetable=words.timetable(run.group, run.module.format),
        place=words.place(run.module),
        hours=run.module.hours,
        price=words.price(run),
        left=_left(run, found, t),
    )


def _left(run: Run, found: Path, t: Texts) -> str:
    """How it stands with places, or with the person's application."""
    mine = found.applied.get(run.code)
    if mine is not None:
        key = "waiting" if mine.state is Applied.WAITLISTED else "applied"
        return t.plain(f"trajectories-run-{key}", number=mine.number)
    if run.code in found.shut:
        return t.plain("trajectories-run-shut")
    pinned = run.code in found.trajectory.pinned
    left = t.plain("trajectories-run-left", left=max(0, run.left))
    return t.plain("trajectories-run-pinned", left=left) if pinned else left


def _totals(plan: Plan, home: str | None, words: Words) -> Html:
    t = words.t
    ways = trips(plan, home)
    named = ", ".join(
        t.plain("trajectories-trip", city=words.city(city), days=days)
        for city, days in ways.items()
    )
    last = plan.ends_on
    return t(
        "trajectories-totals",
        hours=plan.hours,
        weeks=weeks(plan),
        end=dates.short(last, t) if last else "",
        price=words.total(plan),
        partners=len(plan.partners),
        trips=sum(ways.values()),
        home="unknown" if home is None else "known",
        cities=named,
    )


def _remarks(found: Path, words: Words) -> list[Html]:
    t, plan, wishes = words.t, found.plan, found.trajectory.wishes
    lines = [t("trajectories-documents", documents=_documents(found, words))]
    if plan.open:
        lines.append(t("trajectories-open", levels=words.levels(plan.open)))
    lost = found.trajectory.pinned - {run.code for run in plan.runs}
    if lost:
        titles = [words.title(words.module_of(code)) for code in sorted(lost)]
        lines.append(t("trajectories-unpinned", titles=_quoted(titles, words)))
    lines.append(_proof(plan, wishes, t))
    return [listed(lines), t("trajectories-no-qualification")]


def _proof(plan: Plan, wishes: Wishes, t: Texts) -> Html:
    """How far the best plan may still be; not always can that be said in time."""
    if plan.proven:
        return t(f"trajectories-proven-{wishes.least}")
    if plan.gap >= 1:
        return t("trajectories-unknown")
    return t("trajectories-unproven", percent=ceil(plan.gap * 100))


def _documents(found: Path, words: Words) -> str:
    """A programme of which nothing lacks leads to its own; single modules to a note of them."""
    t = words.t
    complete = whole(found.plan, words.network.modules, found.done)
    programmes = {run.programme.code: run.programme for run in found.plan.runs}
    named = [
        t.plain(
            "trajectories-document-whole",
            title=title(programme, t),
            document=t.plain(f"trajectories-document-{programme.kind.replace('_', '-')}"),
        )
        for code, programme in programmes.items()
        if code in complete
    ]
    if programmes.keys() - complete:
        named.append(t.plain("trajectories-document-module"))
    return "; ".join(named)


def _choices(found: Path, t: Texts) -> list[Button]:
    mine = found.trajectory
    apply = Button(t.plain("trajectories-apply"), ReviewBundle(id=mine.id))
    edit = Button(t.plain("trajectories-edit"), Edit(id=mine.id))
    picture = Button(t.plain("trajectories-picture"), ShowPicture(id=mine.id))
    share = Button(t.plain("trajectories-share"), Share(id=mine.id))
    drop = Button(t.plain("trajectories-drop"), AskDrop(id=mine.id))
    match mine.state:
        case State.SAVED:
            return [apply, edit, picture, share, drop]
        case State.APPLIED:
            sent = Button(t.plain("enrolments-mine"), MyEnrolments())
            rest = not found.applied.keys() >= {run.code for run in found.plan.runs}
            return [apply if rest else sent, picture, share, drop]
        case State.CHANGED:
            return [*answers(found, t), picture]
        case _:
            return [
                apply,
                Button(t.plain("trajectories-keep"), Keep(id=mine.id)),
                edit,
                picture,
                share,
            ]


def answers(found: Path, t: Texts) -> list[Button]:
    """What can be done about a path that has changed."""
    mine = found.trajectory
    return [
        Button(t.plain("trajectories-again"), Compose(id=mine.id)),
        Button(t.plain("trajectories-accept"), Accept(id=mine.id)),
        Button(t.plain("trajectories-drop"), AskDrop(id=mine.id)),
    ]


def _nav(found: Path, t: Texts) -> list[Button]:
    if found.trajectory.state is State.DRAFT:
        return [Button(t.plain("trajectories-to-conditions"), ShowConditions(), ""), menu(t)]
    return [Button(t.plain("trajectories-to-list"), ToPaths(), ""), menu(t)]


def _nothing(found: Path, words: Words) -> Screen:
    """No module is needed, or none is to be had."""
    t, mine = words.t, found.trajectory
    drafted = mine.state is State.DRAFT
    choices = [
        Button(t.plain("trajectories-other-conditions"), ShowConditions())
        if drafted
        else Button(t.plain("trajectories-again"), Compose(id=mine.id)),
        Button(t.plain("trajectories-other-goal"), AskGoal()),
    ]
    if not drafted:
        choices.append(Button(t.plain("trajectories-drop"), AskDrop(id=mine.id)))
    key = "trajectories-nothing-found" if found.plan.open else "trajectories-nothing-needed"
    text = t(key, goal=words.goal(mine.goal), levels=words.levels(found.plan.open))
    return Screen(text=text, choices=choices, nav=(human(t), menu(t)))


def changed(before: Plan, after: Plan, words: Words) -> Html:
    """What planning anew has made of a plan."""
    t = words.t
    old = {run.module.code: run for run in before.runs}
    new = {run.module.code: run for run in after.runs}
    found = {
        "removed": [run for code, run in old.items() if code not in new],
        "added": [run for code, run in new.items() if code not in old],
        "regrouped": [r for code, r in new.items() if code in old and r.code != old[code].code],
    }
    lines = [
        t(f"trajectories-diff-{what}", titles=_quoted([words.title(r.module) for r in runs], words))
        for what, runs in found.items()
        if runs
    ]
    if before.hours != after.hours:
        lines.append(t("trajectories-diff-hours", before=before.hours, after=after.hours))
    if before.price != after.price:
        lines.append(t("trajectories-diff-price", before=before.price, after=after.price))
    return listed([t("trajectories-what-changed"), *lines]) if lines else t("trajectories-same")


def _quoted(titles: Sequence[str], words: Words) -> str:
    return ", ".join(words.t.plain("trajectories-quoted", title=title) for title in titles)
