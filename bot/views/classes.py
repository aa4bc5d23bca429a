"""A teacher brings a class: heads by grade, accompanying adults, a link for the pupils."""

from collections.abc import Mapping

from bot.domain.errors import Refusal
from bot.domain.events import Event
from bot.domain.participations import Participation, State
from bot.drawings import as_recipe
from bot.drawings.qr import Qr
from bot.texts import Html, Texts
from bot.views.attendance import CountHeads, above
from bot.views.callbacks import Callback, Small
from bot.views.events import BringClass, Come, Setting, ShowEvent, ShowMine, title, when
from bot.views.events import where as city_of
from bot.views.nav import back, human, menu
from bot.views.participations import MyEvents, NotComing, Receipt, ToCalendarFile, reminded
from bot.views.screen import Attachment, Button, Screen

SHOWN = 5
MOST_GRADES = 4  # more do not fit a button
HEADS = (10, 15, 20, 25, 30)
ADULTS = 4  # choices, from the fewest that are needed on


class ChooseGrade(Callback, code="clg"):
    event: int
    grade: Small
    grades: str | None = None


class TypeGrade(Callback, code="clt"):
    """The next typed number is a grade."""

    event: int
    grades: str | None = None


class ChooseHeads(Callback, code="clh"):
    """The number typed, or pressed, belongs to this grade."""

    event: int
    grade: Small
    grades: str | None = None
    heads: Small = 0  # 0: to be typed


class ChooseAdults(Callback, code="cla"):
    event: int
    grades: str
    adults: Small


class ToClassLink(Callback, code="clk"):
    id: int


class ToShrink(Callback, code="cls"):
    """The next typed number is how many pupils come now."""

    id: int


class Shrink(Callback, code="clw"):
    id: int
    heads: Small


class CallOff(Callback, code="clx"):
    """The class does not come, and its pupils are told."""

    id: int


def packed(grades: Mapping[int, int]) -> str:
    return ".".join(f"{grade}x{heads}" for grade, heads in sorted(grades.items()))


def unpacked(grades: str | None) -> dict[int, int]:
    """What `packed` has made."""
    pairs = (part.split("x") for part in (grades or "").split(".") if part)
    return {int(grade): int(heads) for grade, heads in pairs}


def ask_grade(
    event: Event, grades: Mapping[int, int], t: Texts, problem: Refusal | None = None
) -> Screen:
    """Which school year; several can be brought together. Any grade can be typed."""
    first, last = event.grades or (1, 11)
    said = packed(grades) or None
    room = len(grades) < MOST_GRADES
    open_ = [grade for grade in range(first, last + 1) if grade not in grades] if room else []
    choices = [
        Button(
            t.plain("start-grade-number", grade=grade),
            ChooseGrade(event=event.id, grade=grade, grades=said),
            str(grade),
        )
        for grade in open_[:SHOWN]
    ]
    nav = [back(t, ShowEvent(event=event.id)), menu(t)]
    if grades:
        enough = Button(t.plain("classes-enough"), BringClass(event=event.id, grades=said), "")
        nav.insert(0, enough)
    return Screen(
        text=t(
            "classes-ask-more" if grades else "classes-ask-grade",
            problem=above(problem, t),
            title=title(event, t),
            said=_said(grades, t),
        ),
        choices=choices,
        nav=nav,
        expects=TypeGrade(event=event.id, grades=said) if open_ else None,
    )


def _said(grades: Mapping[int, int], t: Texts) -> str:
    return ", ".join(
        t.plain("classes-grade", grade=grade, heads=heads)
        for grade, heads in sorted(grades.items())
    )


def ask_heads(
    event: Event, grade: int, grades: str | None, t: Texts, problem: Refusal | None = None
) -> Screen:
    choices = [
        Button(str(n), ChooseHeads(event=event.id, grade=grade, grades=grades, heads=n), "")
        for n in HEADS
    ]
    return Screen(
        text=t("classes-ask-heads", problem=above(problem, t), grade=grade),
        choices=choices,
        nav=(back(t, ShowEvent(event=event.id)), menu(t)),
        expects=ChooseHeads(event=event.id, grade=grade, grades=grades),
    )


def ask_adults(event: Event, grades: Mapping[int, int], needed: int, t: Texts) -> Screen:
    said = packed(grades)
    choices = [
        Button(
            t.plain("classes-adults", adults=n),
            ChooseAdults(event=event.id, grades=said, adults=n),
            str(n),
        )
        for n in range(needed, needed + ADULTS)
    ]
    return Screen(
        text=t(
            "classes-ask-adults",
            said=_said(grades, t),
            heads=sum(grades.values()),
            needed=needed,
        ),
        choices=choices,
        nav=(back(t, ShowEvent(event=event.id)), menu(t)),
    )


def receipt(of: Receipt, confirmed: int, counts: bool, setting: Setting, t: Texts) -> Screen:
    """`confirmed`: pupils who have said themselves that they come; `counts`: heads can be counted,
    and counted again."""
    mine = of.participation
    return Screen(
        text=t(
            "classes-receipt",
            state=t.plain(f"participations-short-{of.standing}"),
            place=of.place or 0,
            title=title(of.event, t),
            facts=_facts(of, setting, t),
            said=_said(mine.grades, t),
            adults=mine.adults,
            heads=mine.places,
            confirmed=confirmed,
        ),
        choices=_ways(of, counts, t),
        nav=(Button(t.plain("participations-mine"), MyEvents(), ""), human(t), menu(t)),
    )


def _facts(of: Receipt, setting: Setting, t: Texts) -> Html:
    event, came = of.event, of.participation.came
    facts = [
        when(event, setting.zone, t),
        None if event.online else _address(event, setting, t),
        None if came is None else t("classes-came-count", came=came),
        reminded(of, setting, t),
    ]
    return Html("\n".join(fact for fact in facts if fact))


def _address(event: Event, setting: Setting, t: Texts) -> Html:
    return t("events-where", city=city_of(event, setting, t), place=event.place)


def _ways(of: Receipt, counts: bool, t: Texts) -> list[Button]:
    mine = of.participation
    counted = mine.state in (State.REGISTERED, State.ATTENDED, State.ABSENT) and counts
    ways = [
        (of.holds, "classes-link", ToClassLink(id=mine.id)),
        (of.holds and not of.started, "classes-shrink", ToShrink(id=mine.id)),
        (counted, "classes-came", CountHeads(id=mine.id)),
        (of.holds and not of.begun, "calendars-take", ToCalendarFile(id=mine.id)),
        (of.may_leave, "classes-not-coming", NotComing(id=mine.id)),
    ]
    return [Button(t.plain(label), button) for fits, label, button in ways if fits]


def link(event: Event, mine: Participation, url: str, t: Texts) -> Screen:
    """To be shown on the board or sent to the class."""
    return Screen(
        text=t("classes-link-text", title=title(event, t), link=url),
        nav=(back(t, ShowMine(id=mine.id)), menu(t)),
        attachment=Attachment(name="class.png", recipe=as_recipe(Qr(content=url)), photo=True),
    )


def ask_shrink(
    event: Event, mine: Participation, t: Texts, problem: Refusal | None = None
) -> Screen:
    return Screen(
        text=t(
            "classes-ask-shrink",
            problem=above(problem, t),
            title=title(event, t),
            heads=mine.places,
        ),
        nav=(back(t, ShowMine(id=mine.id)), menu(t)),
        expects=ToShrink(id=mine.id),
    )


def confirm_shrink(event: Event, mine: Participation, heads: int, t: Texts) -> Screen:
    yes = Button(t.plain("classes-shrink-yes", heads=heads), Shrink(id=mine.id, heads=heads), "")
    return Screen(
        text=t("classes-confirm-shrink", title=title(event, t), heads=heads, before=mine.places),
        choices=(yes,),
        nav=(back(t, ShowMine(id=mine.id)), menu(t)),
        expects=ToShrink(id=mine.id),
    )


def ask_call_off(event: Event, mine: Participation, t: Texts) -> Screen:
    return Screen(
        text=t("classes-ask-cancel", title=title(event, t), heads=mine.places),
        choices=(Button(t.plain("classes-cancel-yes"), CallOff(id=mine.id)),),
        nav=(back(t, ShowMine(id=mine.id)), menu(t)),
    )


def called_off(event: Event, t: Texts) -> Screen:
    """To a pupil who had confirmed."""
    return Screen(
        text=t("classes-called-off", title=title(event, t)),
        choices=(
            Button(t.plain("classes-come-alone"), Come(event=event.id)),
            Button(t.plain("participations-card"), ShowEvent(event=event.id)),
        ),
        nav=(human(t), menu(t)),
    )
