"""The buttons of paths. What changes a path without naming one is about the draft."""

from bot.domain.network import DayPart
from bot.domain.trajectories import Busy, Wish
from bot.views.callbacks import Callback


class ToPaths(Callback, code="tl"):
    """Those that are kept; the question for the goal where there are none."""


class AskGoal(Callback, code="tg"):
    pass


class TypeGoal(Callback, code="tt"):
    """The next typed text names what the path leads to."""


class AskSector(Callback, code="tse"):
    """Of the occupation."""

    page: int = 0


class AskOccupation(Callback, code="to"):
    sector: str
    page: int = 0


class GoOccupation(Callback, code="tgo"):
    occupation: str


class GoProgramme(Callback, code="tgp"):
    programme: str


class GoMissing(Callback, code="tgm"):
    """Towards what a programme asks for and the person cannot do yet."""

    programme: str


class GoWants(Callback, code="tgw"):
    """Towards what the person said in the questionnaire."""


class AskSkills(Callback, code="tsk"):
    page: int = 0


class AskSkill(Callback, code="tsf"):
    group: str
    page: int = 0


class AskLevel(Callback, code="tal"):
    competency: str


class SetLevel(Callback, code="tsl"):
    """0 takes the competency out."""

    competency: str
    level: int


class ShowConditions(Callback, code="tc1"):
    pass


class ShowPlaceAndTime(Callback, code="tc2"):
    pass


class NextLeast(Callback, code="tnl"):
    pass


class NextValue(Callback, code="tnv"):
    """Of a condition that has a few."""

    wish: Wish


class AskWeek(Callback, code="taw"):
    pass


class SetWeek(Callback, code="tsw"):
    hours: int | None = None  # None: it does not matter


class AskBusy(Callback, code="tay"):
    pass


class SetBusy(Callback, code="tsy"):
    busy: Busy


class AskMoney(Callback, code="tm"):
    pass


class SetBudget(Callback, code="tb"):
    roubles: int | None = None  # None: it does not matter


class AskFunding(Callback, code="tf"):
    page: int = 0


class SetFunding(Callback, code="tsx"):
    category: str | None = None


class AskDayparts(Callback, code="td"):
    pass


class ToggleDaypart(Callback, code="ttd"):
    daypart: DayPart


class AskHome(Callback, code="th"):
    pass


class TypeHome(Callback, code="tth"):
    """The next typed text is the person's city."""


class SetHome(Callback, code="tsh"):
    city: str


class Compose(Callback, code="tz"):
    """A plan for the path as it is wanted; also anew, for one that has changed."""

    id: int


class TakePlan(Callback, code="tan"):
    """What was planned anew, as it was shown."""

    id: int
    mark: int


class ShowPath(Callback, code="tp"):
    id: int
    page: int = 0


class ShowNews(Callback, code="tn"):
    """What has changed in a kept path, and what can be done about it."""

    id: int


class ShowPicture(Callback, code="ti"):
    id: int


class Edit(Callback, code="te"):
    """Its modules, one of which is to be changed; a kept path is copied first."""

    id: int


class ShowModules(Callback, code="tem"):
    page: int = 0


class ShowModule(Callback, code="tmo"):
    group: str


class Pin(Callback, code="tpi"):
    group: str


class Unpin(Callback, code="tpu"):
    group: str


class Ban(Callback, code="tba"):
    """Plans without the module of this group."""

    group: str


class Restore(Callback, code="tre"):
    """Plans with all modules again that were taken out of the draft."""

    id: int


class AskOther(Callback, code="tao"):
    """What could stand in the place of this group."""

    group: str


class Swap(Callback, code="tx"):
    out: str
    to: str


class Keep(Callback, code="tk"):
    id: int


class Share(Callback, code="ts"):
    id: int


class StopSharing(Callback, code="tss"):
    id: int


class TakeGoal(Callback, code="ttg"):
    """Of a path that somebody shared: an own one towards the same."""

    id: int


class AskDrop(Callback, code="tad"):
    id: int


class Drop(Callback, code="tdr"):
    id: int


class AskCompare(Callback, code="tac"):
    """One of two; None: it is still to be chosen."""

    id: int | None = None


class Compare(Callback, code="tco"):
    one: int
    other: int


class ReviewBundle(Callback, code="trv"):
    id: int


class ApplyTogether(Callback, code="tap"):
    """`mark`: of what was shown; where it is another path by now, that is shown first."""

    id: int
    mark: int


class Accept(Callback, code="tas"):
    """A path that has changed stays as it has become."""

    id: int
