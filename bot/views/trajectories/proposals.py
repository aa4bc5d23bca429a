"""A plan that was made anew: what is otherwise, and whether the person takes it."""

from bot.domain.trajectories import Path, Plan
from bot.texts import Html
from bot.views.nav import human, menu
from bot.views.screen import Button, Screen
from bot.views.trajectories.buttons import ShowPath, TakePlan
from bot.views.trajectories.plans import for_pupil, given_up
from bot.views.trajectories.words import Words, listed


def proposed(before: Path, after: Path, words: Words) -> Screen:
    """Both plans side by side; nothing is stored yet."""
    t, mine = words.t, before.trajectory
    blocks = [
        t("trajectories-proposed", goal=words.goal(mine.goal)),
        for_pupil(after, words),
        given_up(after, words),
        listed([_sums("before", before.plan, words), _sums("after", after.plan, words)]),
        listed(_modules(before.plan, after.plan, words)),
    ]
    take = Button(t.plain("trajectories-take-plan"), TakePlan(id=mine.id, mark=after.mark))
    stay = Button(t.plain("trajectories-stay"), ShowPath(id=mine.id))
    choices = [take, stay] if after.plan.runs else [stay]
    text = listed(filter(None, blocks), "\n\n")
    return Screen(text=text, choices=choices, nav=(human(t), menu(t)))


def _sums(which: str, plan: Plan, words: Words) -> Html:
    return words.t(
        f"trajectories-proposed-{which}",
        hours=plan.hours,
        price=words.total(plan),
        end=words.date(plan.ends_on) if plan.ends_on else "—",
        missing=words.levels(plan.open) or words.t.plain("trajectories-nothing-missing"),
    )


def changed(before: Plan, after: Plan, words: Words) -> Html:
    """What planning anew has made of a plan."""
    t, lines = words.t, _modules(before, after, words)
    if before.hours != after.hours:
        lines.append(t("trajectories-diff-hours", before=before.hours, after=after.hours))
    if before.price != after.price:
        lines.append(t("trajectories-diff-price", before=before.price, after=after.price))
    return listed([t("trajectories-what-changed"), *lines]) if lines else t("trajectories-same")


def _modules(before: Plan, after: Plan, words: Words) -> list[Html]:
    old = {run.module.code: run for run in before.runs}
    new = {run.module.code: run for run in after.runs}
    found = {
        "removed": [run for code, run in old.items() if code not in new],
        "added": [run for code, run in new.items() if code not in old],
        "regrouped": [r for code, r in new.items() if code in old and r.code != old[code].code],
    }
    return [
        words.t(
            f"trajectories-diff-{what}", titles=words.quoted(words.title(r.module) for r in runs)
        )
        for what, runs in found.items()
        if runs
    ]
