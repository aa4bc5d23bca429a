"""Applying for the whole path at once."""

from collections.abc import Sequence

from bot.domain.enrolments import Enrolment, State
from bot.domain.operator import Operator
from bot.domain.trajectories import Path
from bot.views.enrolments import MyEnrolments
from bot.views.nav import back, human, menu
from bot.views.screen import Button, Screen
from bot.views.trajectories.buttons import ApplyTogether, Compose, ShowPath
from bot.views.trajectories.words import Words, listed


def review(path: Path, withdrawn: Sequence[Enrolment], words: Words) -> Screen:
    """What is applied for, in one look. `withdrawn`: what a changed path no longer needs."""
    t, mine = words.t, path.trajectory
    new = [run for run in path.plan.runs if run.code not in path.applied]
    lines = [
        t(
            "trajectories-review-run" if run.left > 0 else "trajectories-review-full",
            number=str(number),
            title=words.title(run.module),
            partner=words.partner(run.module),
            start=words.start(run.group),
        )
        for number, run in enumerate(new, start=1)
    ]
    notes = [t("trajectories-review-parts")] if new else []
    asked = words.asked_for(new)
    if asked:
        notes.insert(0, t("trajectories-asked-for", what=asked))
    numbers = _numbers(withdrawn)
    if withdrawn:
        notes.insert(0, t("trajectories-review-withdrawn", numbers=numbers))
    listing = [listed(lines)] if lines else []
    text = listed([t("trajectories-review"), *listing, *notes], "\n\n")
    send = ApplyTogether(id=mine.id, mark=path.mark)
    label = t.plain("trajectories-send", count=len(new))
    if not new:
        label = t.plain("trajectories-withdraw", count=len(withdrawn), numbers=numbers)
    choices = (Button(label, send),)
    return Screen(text=text, choices=choices, nav=(back(t, ShowPath(id=mine.id)), menu(t)))


def _numbers(withdrawn: Sequence[Enrolment]) -> str:
    return ", ".join(enrolment.number for enrolment in withdrawn)


def not_all_open(path: Path, words: Words) -> Screen:
    """Some of its groups take nobody any more: the path has to be planned anew."""
    t, mine = words.t, path.trajectory
    titles = [words.title(run.module) for run in path.plan.runs if run.code in path.shut]
    named = ", ".join(t.plain("trajectories-quoted", title=title) for title in titles)
    choices = (Button(t.plain("trajectories-again"), Compose(id=mine.id)),)
    nav = (back(t, ShowPath(id=mine.id)), human(t), menu(t))
    return Screen(text=t("trajectories-not-all-open", titles=named), choices=choices, nav=nav)


def applied(
    path: Path,
    sent: Sequence[Enrolment],
    withdrawn: Sequence[Enrolment],
    office: Operator,
    words: Words,
) -> Screen:
    """A number for every partner's part; who waits is told so, and what was given up."""
    t = words.t
    lines = [
        t(
            "trajectories-sent-waiting"
            if enrolment.state is State.WAITLISTED
            else "trajectories-sent",
            number=enrolment.number,
            title=words.title(words.module_of(enrolment.group_code)),
        )
        for enrolment in sent
    ]
    new = any(enrolment.group_code not in path.applied for enrolment in sent)
    head = [t("trajectories-applied", count=len(sent))] if new or not withdrawn else []
    if withdrawn:
        head.append(t("trajectories-withdrawn", numbers=_numbers(withdrawn)))
    tail = t("trajectories-applied-next", phone=office.phone, hours=office.hours)
    choices = (
        Button(t.plain("enrolments-mine"), MyEnrolments()),
        Button(t.plain("trajectories-open-path"), ShowPath(id=path.trajectory.id)),
    )
    return Screen(
        text=listed([*head, listed(lines), tail], "\n\n"), choices=choices, nav=(menu(t),)
    )
