"""What is said of a path in more than one place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.matching.filters import needs_profession
from bot.domain.network import (
    DayPart,
    Dictionaries,
    Format,
    Group,
    Medical,
    Module,
    Network,
    Partner,
    Programme,
    Slot,
)
from bot.domain.timetables import city_of
from bot.domain.trajectories import (
    Busy,
    Goal,
    GoalKind,
    Path,
    Plan,
    Run,
    Wish,
    Wishes,
    busiest_week,
    first_day,
)
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.answers import name
from bot.views.programmes import title
from bot.views.screen import Button, shortened
from bot.views.trajectories.buttons import AskGoal

MOST_NAMED = 2  # competencies that stand for a goal of several
SHORT_GOAL = 60  # characters


@dataclass(frozen=True, kw_only=True)
class Words:
    """The lists and the language that screens of paths are said with."""

    names: Dictionaries
    network: Network
    t: Texts
    today: date | None = None  # None: no date has its year

    def goal(self, goal: Goal) -> str:
        """What the path is called: an occupation, a programme, or the competencies themselves."""
        occupation = self.names.occupations.get(goal.code or "")
        programme = self.network.programmes.get(goal.code or "")
        if goal.kind is GoalKind.OCCUPATION and occupation is not None:
            return name(occupation, self.t)
        if goal.kind is GoalKind.PROGRAMME and programme is not None:
            return shortened(title(programme, self.t), SHORT_GOAL)
        called = [self.competency(code) for code in goal.levels]
        if len(called) <= MOST_NAMED:
            return ", ".join(called)
        more = len(called) - MOST_NAMED
        return self.t.plain(
            "trajectories-goal-several", named=", ".join(called[:MOST_NAMED]), more=more
        )

    def competency(self, code: str) -> str:
        return name(self.names.competencies[code], self.t)

    def levels(self, levels: Mapping[str, int]) -> str:
        """«Сварка — без подсказки; Безопасная работа — с подсказкой»."""
        return "; ".join(
            self.t.plain("trajectories-skill", skill=self.competency(code), level=self.level(level))
            for code, level in levels.items()
        )

    def level(self, level: int) -> str:
        return self.t.plain(f"trajectories-level-{level}")

    def module_of(self, group: str) -> Module:
        return self.network.modules[self.network.groups[group].module or ""]

    def title(self, module: Module) -> str:
        return title(module, self.t)

    def partner(self, module: Module) -> str:
        partner: Partner = self.network.partners[module.partner]
        return name(partner, self.t)

    def place(self, module: Module) -> str:
        """«Демо-техникум, Юрга» or «Демо-техникум, онлайн»."""
        city = city_of(module)
        where = self.t.plain("programmes-format-online") if city is None else self.city(city)
        return f"{self.partner(module)}, {where}"

    def city(self, code: str) -> str:
        return name(self.names.cities[code], self.t)

    def period(self, group: Group) -> str:
        return self.t.plain(
            "trajectories-period",
            start=self.start(group),
            end=self.date(group.ends_on),
        )

    def start(self, group: Group) -> str:
        return self.date(first_day(group))

    def date(self, day: date) -> str:
        """With its year where that is another one."""
        said = dates.short(day, self.t)
        if self.today is None or day.year == self.today.year:
            return said
        return self.t.plain("trajectories-date", date=said, year=str(day.year))

    def timetable(self, group: Group, form: Format) -> str:
        """«пн, ср 18:00–20:30»; days with the same hours stand together."""
        if not group.timetable:
            key = "own-pace" if form is Format.ONLINE else "unsettled"
            part = self.t.plain(f"daypart-{group.daypart}")
            return self.t.plain(f"trajectories-timetable-{key}", daypart=part)
        return "; ".join(self._days(slots) for slots in _by_hours(group.timetable))

    def _days(self, slots: Sequence[Slot]) -> str:
        """Three days and more in a row are said as one: «пн–пт»."""
        days = [slot.weekday for slot in slots]
        named = [self.t.plain(f"dates-weekday-{day + 1}") for day in days]
        in_a_row = len(days) > 2 and days[-1] - days[0] == len(days) - 1
        said = f"{named[0]}–{named[-1]}" if in_a_row else ", ".join(named)
        return f"{said} {slots[0].begins:%H:%M}–{slots[0].ends:%H:%M}"

    def price(self, run: Run) -> str:
        """Where a category of funding makes it free, that is the employment service's to say."""
        if run.price:
            return self.t.plain("programmes-price-short", price=run.price)
        return self._perhaps_free(run.module.price)

    def ready_price(self, found: Path, programme: Programme) -> str:
        price = found.ready_price
        if price:
            return self.t.plain("programmes-price-short", price=price)
        return self._perhaps_free(programme.price)

    def _perhaps_free(self, full: int) -> str:
        if not full:
            return self.t.plain("programmes-free-short")
        return self.t.plain("trajectories-free-perhaps", price=full)

    def total(self, plan: Plan) -> str:
        """For all of it; what only a decision of others makes cheaper is not promised."""
        full = sum(run.module.price for run in plan.runs)
        if full == plan.price:
            key = "programmes-price-short" if full else "programmes-free-short"
            return self.t.plain(key, price=full)
        return self.t.plain("trajectories-price-perhaps", full=full, price=plan.price)

    def quoted(self, titles: Iterable[str]) -> str:
        return ", ".join(self.t.plain("trajectories-quoted", title=title) for title in titles)

    def banned(self, codes: Iterable[str]) -> str:
        """Titles of modules that were taken out; one that is gone has none."""
        known = self.network.modules
        return self.quoted(self.title(known[code]) for code in sorted(codes) if code in known)

    def asked_for(self, runs: Sequence[Run]) -> str | None:
        """What their programmes want to see at admission: a profession, a doctor's word."""
        asked = {run.programme.rules.medical for run in runs} - {Medical.NONE}
        named = [self.t.plain(f"programmes-rule-medical-{one}") for one in sorted(asked)]
        if any(needs_profession(run.programme) for run in runs):
            named.insert(0, self.t.plain("trajectories-needs-profession"))
        return ", ".join(named) or None

    # Conditions

    def least(self, wishes: Wishes) -> str:
        return self.t.plain(f"trajectories-least-{wishes.least}")

    def hours_a_week(self, wishes: Wishes) -> str:
        hours = wishes.hours_a_week
        return self.t.plain("trajectories-week-hours", hours=hours) if hours else self._any("week")

    def money(self, wishes: Wishes) -> str:
        if wishes.budget is None:
            return self._any("money")
        key = "trajectories-money-most" if wishes.budget else "trajectories-money-free"
        return self.t.plain(key, roubles=wishes.budget)

    def funding(self, wishes: Wishes) -> str | None:
        category = self.names.funding.get(wishes.funding or "")
        return name(category, self.t) if category else None

    def reach(self, wishes: Wishes, home: str | None) -> str:
        if wishes.reach is None or home is None:
            return self._any("reach")
        key = "trajectories-reach-own" if len(wishes.reach) == 1 else "trajectories-reach-near"
        return self.t.plain(key, city=self.city(home))

    def formats(self, wishes: Wishes) -> str:
        if not wishes.formats:
            return self._any("formats")
        named = (self.t.plain(f"programmes-format-{f}") for f in Format if f in wishes.formats)
        return " / ".join(named)

    def dayparts(self, wishes: Wishes) -> str:
        if not wishes.dayparts:
            return self.t.plain("daypart-any")
        named = (self.t.plain(f"daypart-{part}") for part in DayPart if part in wishes.dayparts)
        return ", ".join(named)

    def busy(self, wishes: Wishes) -> str:
        known = next((one for one in Busy if one.hours == wishes.busy), None)
        if known is None:
            return "; ".join(self._days(slots) for slots in _by_hours(wishes.busy))
        return self.t.plain(f"trajectories-busy-{known}")

    def finish(self, wishes: Wishes) -> str:
        day = wishes.finish_by
        return self.date(day) if day else self._any("finish")

    def _any(self, wish: str) -> str:
        return self.t.plain(f"trajectories-any-{wish}")

    def given_up(self, wish: Wish, wishes: Wishes, plan: Plan) -> str:
        """What was wished, and what the plan needs instead."""
        last = self.date(plan.ends_on) if plan.ends_on else ""
        values = {
            Wish.HOURS_A_WEEK: (self.hours_a_week(wishes), str(busiest_week(plan))),
            Wish.BUDGET: (self.money(wishes), self.total(plan)),
            Wish.FINISH_BY: (self.finish(wishes), last),
        }
        wanted, needed = values.get(wish, ("", ""))
        key = f"trajectories-wish-{wish.replace('_', '-')}"
        return self.t.plain(key, wanted=wanted, needed=needed)

    def new_path(self) -> Button:
        return Button(self.t.plain("trajectories-new"), AskGoal())


def _by_hours(slots: Iterable[Slot]) -> list[list[Slot]]:
    found: dict[tuple[object, object], list[Slot]] = {}
    for slot in slots:
        found.setdefault((slot.begins, slot.ends), []).append(slot)
    return list(found.values())


def listed(lines: Iterable[str], gap: str = "\n") -> Html:
    return Html(gap.join(lines))
