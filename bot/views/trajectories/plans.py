"""A path to read: its modules in order, what they add up to, what it gives and what it does not."""

from collections.abc import Sequence
from math import ceil

from bot.domain.enrolments import State as Applied
from bot.domain.network import Programme
from bot.domain.trajectories import Path, Plan, Run, State, Wish, Wishes, trips, weeks, whole
from bot.texts import Html, Texts
from bot.views.enrolments import MyEnrolments
from bot.views.events import ShowEvents
from bot.views.nav import human, menu
from bot.views.programmes import ShowProgramme, title
from bot.views.screen import Button, Screen
from bot.views.trajectories.buttons import (
    Accept,
    AskDrop,
    AskGoal,
    Compose,
    Edit,
    Keep,
    Restore,
    ReviewBundle,
    Share,
    ShowConditions,
    ShowPath,
    ShowPicture,
    ToPaths,
)
from bot.views.trajectories.words import Words, listed

SHOWN = 5  # modules of one page
MOST_CHOICES = 5


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
    told = [note, _lost(found, words), for_pupil(found, words), given_up(found, words)]
    blocks = [head, *filter(None, told), *lines, _totals(plan, found.home, words)]
    if page == pages - 1:
        blocks += _remarks(found, words)
    nav = _nav(found, t)
    if pages > 1:
        more = ShowPath(id=found.trajectory.id, page=(page + 1) % pages)
        nav.insert(0, Button(t.plain("trajectories-page", page=page + 1, pages=pages), more, ""))
    return Screen(text=listed(blocks, "\n\n"), choices=_choices(found, words), nav=nav)


def given_up(found: Path, words: Words) -> Html | None:
    """It comes first: the person may not be able to go there."""
    wishes, plan = found.trajectory.wishes, found.plan
    lost = [w for w in plan.given_up if not (found.pupil and w is Wish.BUSY)]
    named = "; ".join(words.given_up(wish, wishes, plan) for wish in lost)
    return words.t("trajectories-given-up", wishes=named) if named else None


def for_pupil(found: Path, words: Words) -> Html | None:
    """Lessons stay lessons; and what a pupil cannot become yet is said before all else."""
    t, lines = words.t, []
    if not found.pupil:
        return None
    if Wish.BUSY in found.plan.given_up:
        lines.append(t("trajectories-at-school"))
    if found.hardest_open:
        lines.append(t("trajectories-not-yet"))
        lines += [
            t("trajectories-later", title=title(one, t), age=one.rules.min_age)
            for one in found.later
        ]
    return listed(lines) if lines else None


def _lost(found: Path, words: Words) -> Html | None:
    """What the person took out, where the goal is not reached without it."""
    named = words.banned(found.trajectory.banned)
    if not named or not found.plan.open:
        return None
    return words.t("trajectories-removed-lost", titles=named)


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
        end=words.date(last) if last else "",
        price=words.total(plan),
        partners=len(plan.partners),
        trips=sum(ways.values()),
        home="unknown" if home is None else "known",
        cities=named,
    )


def _remarks(found: Path, words: Words) -> list[Html]:
    t, plan, wishes = words.t, found.plan, found.trajectory.wishes
    lines = [t("trajectories-documents", documents=_documents(found, words))]
    asked = words.asked_for(plan.runs)
    if asked:
        lines.append(t("trajectories-asked-for", what=asked))
    if found.trajectory.banned and not plan.open:
        removed = words.banned(found.trajectory.banned)
        lines.append(t("trajectories-removed", titles=removed))
    if found.ready is not None:
        lines.append(_ready(found, found.ready, words))
    if plan.open:
        lines.append(t("trajectories-open", levels=words.levels(plan.open)))
    lost = found.trajectory.pinned - {run.code for run in plan.runs}
    if lost:
        titles = [words.title(words.module_of(code)) for code in sorted(lost)]
        lines.append(t("trajectories-unpinned", titles=words.quoted(titles)))
    lines.append(_proof(plan, wishes, t))
    return [listed(lines), t("trajectories-no-qualification")]


def _proof(plan: Plan, wishes: Wishes, t: Texts) -> Html:
    """How far the best plan may still be; not always can that be said in time."""
    if plan.proven and (plan.open or plan.given_up):
        return t("trajectories-best-now")
    if plan.proven:
        return t(f"trajectories-proven-{wishes.least}")
    if plan.gap >= 1:
        return t("trajectories-unknown")
    return t("trajectories-unproven", percent=ceil(plan.gap * 100))


def _ready(found: Path, programme: Programme, words: Words) -> Html:
    t = words.t
    return t(
        "trajectories-ready-programme",
        title=title(programme, t),
        hours=programme.hours,
        price=words.ready_price(found, programme),
        document=t.plain(f"trajectories-document-{programme.kind.replace('_', '-')}"),
    )


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


def _choices(found: Path, words: Words) -> list[Button]:
    t, mine = words.t, found.trajectory
    apply = _apply(found, t)
    first = _trials(found, t)
    edit = Button(t.plain("trajectories-edit"), Edit(id=mine.id))
    picture = Button(t.plain("trajectories-picture"), ShowPicture(id=mine.id))
    share = Button(t.plain("trajectories-share"), Share(id=mine.id))
    drop = Button(t.plain("trajectories-drop"), AskDrop(id=mine.id))
    match mine.state:
        case State.SAVED:
            spread = [] if first else [share]
            return [*first, apply, edit, picture, *spread, drop]
        case State.APPLIED:
            sent = Button(t.plain("enrolments-mine"), MyEnrolments())
            rest = not found.applied.keys() >= {run.code for run in found.plan.runs}
            return [apply if rest else sent, picture, share, drop]
        case State.CHANGED:
            return [*answers(found, t), picture]
        case _:
            return _of_draft(found, [apply, edit, picture, share], words)


def _of_draft(found: Path, usual: Sequence[Button], words: Words) -> list[Button]:
    """What helps most comes first, where the goal is not reached; five at most."""
    t, (apply, *usual) = words.t, usual
    keep = Button(t.plain("trajectories-keep"), Keep(id=found.trajectory.id))
    trials, ready, removed = _trials(found, t), _to_ready(found, t), restoring(found, words)
    if found.plan.open:
        ahead = [*removed, *(ready if trials else ()), *trials, apply, keep]
        chosen = [*ahead, *(() if trials else ready), *usual]
    else:
        edit, *others = usual
        chosen = [*trials, apply, keep, *ready, edit, *removed, *others]
    return chosen[:MOST_CHOICES]


def _apply(found: Path, t: Texts) -> Button:
    key = "trajectories-apply-these" if found.plan.open else "trajectories-apply"
    return Button(t.plain(key), ReviewBundle(id=found.trajectory.id))


def _trials(found: Path, t: Texts) -> list[Button]:
    """What a pupil may do meanwhile, where the path is none for them yet."""
    if not found.pupil or not (found.hardest_open or Wish.BUSY in found.plan.given_up):
        return []
    return [Button(t.plain("trajectories-trials"), ShowEvents())]


def _to_ready(found: Path, t: Texts) -> list[Button]:
    if found.ready is None:
        return []
    return [Button(t.plain("trajectories-to-ready"), ShowProgramme(programme=found.ready.code))]


def restoring(found: Path, words: Words) -> list[Button]:
    """What was taken out can always be had again."""
    t, banned = words.t, found.trajectory.banned
    if not banned:
        return []
    titles = words.banned(banned)
    label = t.plain("trajectories-restore", count=len(banned), titles=titles)
    return [Button(label, Restore(id=found.trajectory.id))]


def answers(found: Path, t: Texts) -> list[Button]:
    """What can be done about a path that has changed."""
    mine = found.trajectory
    accept = Button(t.plain("trajectories-accept"), Accept(id=mine.id))
    return [
        Button(t.plain("trajectories-again"), Compose(id=mine.id)),
        *([accept] if found.holds else []),
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
        *restoring(found, words),
        *_trials(found, t),
        *_to_ready(found, t),
        Button(t.plain("trajectories-other-conditions"), ShowConditions())
        if drafted
        else Button(t.plain("trajectories-again"), Compose(id=mine.id)),
        Button(t.plain("trajectories-other-goal"), AskGoal()),
    ]
    if not drafted:
        choices.append(Button(t.plain("trajectories-drop"), AskDrop(id=mine.id)))
    key = "trajectories-nothing-found" if found.plan.open else "trajectories-nothing-needed"
    text = t(key, goal=words.goal(mine.goal), levels=words.levels(found.plan.open))
    ready = _ready(found, found.ready, words) if found.ready else None
    why = [_lost(found, words), for_pupil(found, words), text, ready]
    blocks = listed(filter(None, why), "\n\n")
    return Screen(text=blocks, choices=choices[:MOST_CHOICES], nav=(human(t), menu(t)))
