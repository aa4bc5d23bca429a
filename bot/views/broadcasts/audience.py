"""Whom a mailing is for: conditions one by one, how many that makes, groups with a name."""

from collections.abc import Sequence

from bot.domain.broadcasts import Broadcast
from bot.domain.network import Interest
from bot.domain.people import Role
from bot.domain.segments import By, SavedSegment
from bot.texts import Html, Texts
from bot.views.broadcasts import words
from bot.views.broadcasts.drafts import ToAudience, to_draft
from bot.views.broadcasts.words import Names
from bot.views.callbacks import Callback
from bot.views.nav import back, menu
from bot.views.pages import paged
from bot.views.screen import Button, Screen

SHOWN = 5
GRADES = ("5-7", "8-9", "10-11", "8-11")
CHOSEN_HERE = tuple(by for by in By if by is not By.UNCONFIRMED)
# Other values than those that are offered can be typed.
TYPED = {By.GRADE, By.CITY, By.WISH, By.APPLIED, By.COMPLETED, By.REGISTERED, By.CAME}


class AddCriterion(Callback, code="bac"):
    id: int
    page: int = 0


class AskCriterion(Callback, code="bq"):
    id: int
    by: By


class TypeCriterion(Callback, code="bqt"):
    id: int
    by: By


class Toggle(Callback, code="bv"):
    id: int
    by: By
    value: str


class Everybody(Callback, code="be"):
    id: int


class ToSegments(Callback, code="bg"):
    id: int
    page: int = 0


class UseSegment(Callback, code="bgu"):
    id: int
    segment: int


class AskName(Callback, code="bgn"):
    id: int


class TypeName(Callback, code="bgt"):
    id: int


class RemoveSegments(Callback, code="bgq"):
    id: int


class RemoveSegment(Callback, code="bgr"):
    id: int
    segment: int


def audience(draft: Broadcast, names: Names, t: Texts) -> Screen:
    number = draft.id
    choices = [Button(t.plain("broadcasts-add"), AddCriterion(id=number))]
    if draft.segment:
        choices += [
            Button(t.plain("broadcasts-clear"), Everybody(id=number)),
            Button(t.plain("broadcasts-save-segment"), AskName(id=number)),
        ]
    choices.append(Button(t.plain("broadcasts-segments"), ToSegments(id=number)))
    text = t(
        "broadcasts-audience",
        number=str(number),
        segment=words.segment(draft.segment, names, t),
        count=words.reached(draft, t),
        excluded=words.excluded(draft, t),
    )
    return Screen(text=words.tidy(text), choices=choices, nav=(to_draft(draft, t), menu(t)))


def criteria(draft: Broadcast, page: int, t: Texts) -> Screen:
    shown, turn = paged(CHOSEN_HERE, page, SHOWN, lambda n: AddCriterion(id=draft.id, page=n), t)
    choices = [
        Button(t.plain(f"broadcasts-by-{by}"), AskCriterion(id=draft.id, by=by)) for by in shown
    ]
    nav = (*turn, back(t, ToAudience(id=draft.id)), menu(t))
    return Screen(text=t("broadcasts-criteria"), choices=choices, nav=nav)


def usual_values(by: By, names: Names) -> Sequence[str]:
    """What is offered before anything was typed."""
    match by:
        case By.ROLE:
            return tuple(Role)
        case By.GRADE:
            return GRADES
        case By.INTEREST:
            return tuple(Interest)
        case By.CITY:
            return tuple(names.dictionaries.cities)[:SHOWN]  # the largest stand first
        case By.REGISTERED | By.CAME:
            return tuple(names.events)[:SHOWN]
        case _:
            return ()


def values(
    draft: Broadcast,
    by: By,
    offered: Sequence[str],
    names: Names,
    t: Texts,
    said: Html | None = None,
) -> Screen:
    """`offered` can be pressed, and what is chosen can be taken back. `said`: of what was typed."""
    chosen = draft.segment.get(by, ())
    listed = words.several(by, chosen, names, t)
    how = t("broadcasts-values-chosen", values=listed) if chosen else t("broadcasts-values-none")
    asked = t("broadcasts-values", name=t.plain(f"broadcasts-by-{by}"), chosen=how)
    hint = said or (t("broadcasts-values-type") if by in TYPED else None)
    shown = list(dict.fromkeys([*offered, *chosen]))[:SHOWN]
    ready = Button(t.plain("broadcasts-ready"), ToAudience(id=draft.id), "")
    return Screen(
        text=Html(f"{asked}\n\n{hint}") if hint else asked,
        choices=[_toggle(draft, by, value, value in chosen, names, t) for value in shown],
        nav=(ready, back(t, AddCriterion(id=draft.id)), menu(t)),
        expects=TypeCriterion(id=draft.id, by=by) if by in TYPED else None,
    )


def _toggle(draft: Broadcast, by: By, value: str, on: bool, names: Names, t: Texts) -> Button:
    name = words.one(by, value, names, t)
    label = t.plain("broadcasts-value-chosen", name=name) if on else name
    return Button(label, Toggle(id=draft.id, by=by, value=value))


def segments(draft: Broadcast, saved: Sequence[SavedSegment], page: int, t: Texts) -> Screen:
    shown, turn = paged(saved, page, SHOWN, lambda n: ToSegments(id=draft.id, page=n), t)
    choices = [Button(one.name, UseSegment(id=draft.id, segment=one.id)) for one in shown]
    if saved:
        choices.append(Button(t.plain("broadcasts-remove-segments"), RemoveSegments(id=draft.id)))
    return Screen(
        text=t("broadcasts-saved" if saved else "broadcasts-saved-none"),
        choices=choices,
        nav=(*turn, back(t, ToAudience(id=draft.id)), menu(t)),
    )


def removing(draft: Broadcast, saved: Sequence[SavedSegment], t: Texts) -> Screen:
    choices = [
        Button(one.name, RemoveSegment(id=draft.id, segment=one.id)) for one in saved[:SHOWN]
    ]
    return Screen(
        text=t("broadcasts-removing"),
        choices=choices,
        nav=(back(t, ToSegments(id=draft.id)), menu(t)),
    )


def ask_name(draft: Broadcast, limit: int, t: Texts) -> Screen:
    return Screen(
        text=t("broadcasts-ask-name", limit=limit),
        nav=(back(t, ToAudience(id=draft.id)), menu(t)),
        expects=TypeName(id=draft.id),
    )
