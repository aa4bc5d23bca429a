"""The constructor: modules of several partners that together close a gap, at the least cost.

What the Center asks of a plan: prerequisites, dates without clashes, an hour's way between cities,
places. Which runs a person may enter at all (age, education, agreements in force) the caller says.
No plan is a qualification: the lead organisation approves it (Порядок 882/391 of 2020, п. 8).

- An outcome is the level after the module. A level of the goal is reached when the person has it or
  the module of a chosen run gives it or more. A module is chosen once; a finished one never.
- What a module requires is finished, or is chosen and ends before the run starts; so are the levels
  that its programme requires, unless the person has them.
- No lesson clashes with another of the plan or of the groups that the person goes to: at one time,
  or less than an hour apart in two cities (bot/domain/timetables.py). Full groups and banned
  modules are out, pinned groups are in.
- Wishes hold for the whole plan. A run's hours are spread evenly over the calendar weeks that it
  touches, and HOURS_A_WEEK limits the sum of each week. BUSY is about slots alone, not the way
  there. At one's own pace online there is neither a city nor a time of the day.

When not all can be had, wishes are given up before any part of the goal is, and that before a pin:
as few as can be; of equally many wishes those are kept that come first in `Wish`.
"""

from bot.domain.trajectories import Plan, Run, Task


def compose(task: Task, seconds: float = 2.0) -> Plan:
    """The best plan by `task.wishes.least`; among equals by hours, then price, then the last day.

    Past `seconds` it is the best plan so far. Its `gap` is the share of the hours, the roubles or
    the days (since the first lesson there is) by which another plan may be better; 0 is proven.
    Where not even the wishes to give up could be settled it is 1. Equals are compared in the time
    that is left, and then all equal tasks have equal plans, whatever the order of their runs.
    `open` holds the levels that no plan can give, however much is given up; a pin that no plan can
    keep is missing from the runs. It computes up to `seconds` and more: call it in a thread.
    """
    from bot.catalog.constructor.composing import composed  # HiGHS: 0.1 s and 19 MiB, once

    return composed(task, seconds)


def alternatives(task: Task, plan: Plan, group_code: str) -> tuple[Run, ...]:
    """At most four runs to take in place of one of the plan's, the likeliest first.

    First other dates of its module, then other modules, each once, that give at least one of the
    levels for which the plan needs the run. With each of them there is a plan that keeps the same
    pins, gives up no other wish and leaves no more open: the same plan if that is possible,
    otherwise one that is made anew, in which the module that leaves is not. To get it, compose with
    the run pinned, `group_code` no longer, and (unless it is another date) that module banned.
    Empty when the plan does not have the group.
    """
    from bot.catalog.constructor.swaps import swaps  # as above

    return swaps(task, plan, group_code)
