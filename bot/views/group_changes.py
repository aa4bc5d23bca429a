"""What whoever applied is told when their group is moved, cancelled or held after all."""

from bot.domain.group_changes import ChangeKind
from bot.domain.network import Group
from bot.views.enrolments import AskWithdraw, Receipt, ShowEnrolment
from bot.views.nav import human, menu
from bot.views.programmes import Apply, ShowProgramme, title
from bot.views.screen import Button, Screen
from bot.views.trajectories.words import Words


def told(kind: ChangeKind, before: Group, of: Receipt, others: bool, words: Words) -> Screen:
    """`others`: other groups of the same programme take people. The change comes first."""
    t, number = words.t, of.enrolment.id
    text = t(
        f"enrolments-change-{kind}",
        number=of.enrolment.number,
        title=title(of.taught, t),
        before=_when(before, of, words),
        after=_when(of.group, of, words),
    )
    if kind is ChangeKind.CANCELLED:
        onward = other_dates(of, words) if others else []
    else:
        onward = [Button(t.plain("enrolments-change-stay"), ShowEnrolment(id=number))]
    leave = Button(t.plain("enrolments-withdraw"), AskWithdraw(id=number))
    return Screen(text=text, choices=[*onward, leave], nav=(human(t), menu(t)))


def other_dates(of: Receipt, words: Words) -> list[Button]:
    """Whoever takes another group leaves the cancelled one by that; modules are on the card."""
    programme = of.offer.programme.code
    action = ShowProgramme(programme=programme) if of.module else Apply(programme=programme)
    return [Button(words.t.plain("enrolments-other-dates"), action)]


def _when(group: Group, of: Receipt, words: Words) -> str:
    return f"{words.period(group)}, {words.timetable(group, of.taught.format)}"
