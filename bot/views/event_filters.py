"""What the list of events is filtered by: two pages of wishes, each changed by one tap."""

from collections.abc import Sequence

from bot.domain.events import Filter, Wish
from bot.texts import Texts
from bot.views.callbacks import Callback
from bot.views.events import ClearFilter, Setting, ShowEvents, ToFilter, named, type_name
from bot.views.nav import back, menu
from bot.views.pages import paged
from bot.views.screen import Button, Screen

SHOWN = 4
WISHES = (  # by page
    (Wish.FOR_ME, Wish.CITY, Wish.DAYS, Wish.SECTOR),
    (Wish.TYPE, Wish.PLACES, Wish.ACCESSIBLE, Wish.ONLINE),
)
LISTS = (Wish.CITY, Wish.SECTOR, Wish.TYPE)


class Toggle(Callback, code="evt"):
    """Turns a yes-or-no wish of the filter over, or the days to the next choice."""

    wish: Wish


class AskFilter(Callback, code="eva"):
    """`about`: one of LISTS."""

    about: Wish
    page: int = 0


class SetFilter(Callback, code="evs"):
    about: Wish
    value: str | None = None  # None: it does not matter


def filters(wanted: Filter, page: int, of: Setting, t: Texts) -> Screen:
    """What can be wished for, with what is wished now."""
    choices = [_wish(about, wanted, of, t) for about in WISHES[page]]
    if wanted != Filter():
        choices.append(Button(t.plain("events-clear"), ClearFilter(), ""))
    more = Button(t.plain("nav-more"), ToFilter(page=1 - page), "")
    show = Button(t.plain("events-show"), ShowEvents(), "")
    return Screen(text=t("events-filters"), choices=choices, nav=(show, more, menu(t)))


def _wish(about: Wish, wanted: Filter, of: Setting, t: Texts) -> Button:
    value = _value(about, wanted, of, t)
    if value is None:
        value = t.plain("events-any" if about in (*LISTS, Wish.DAYS) else "events-no")
    action = AskFilter(about=about) if about in LISTS else Toggle(wish=about)
    return Button(t.plain(f"events-by-{_id(about)}", value=value), action)


def _value(about: Wish, wanted: Filter, of: Setting, t: Texts) -> str | None:
    """None where the wish is not set."""
    set_to = getattr(wanted, about)
    if not set_to:
        return None
    if about is Wish.TYPE:
        return type_name(set_to, t)
    if about is Wish.DAYS:
        return t.plain("events-days", days=set_to)
    if about in LISTS:
        known = of.names.cities if about is Wish.CITY else of.names.sectors
        return named(known[set_to], t) if set_to in known else str(set_to)
    return t.plain("events-yes")


def _id(about: Wish) -> str:
    return about.replace("_", "-")


def in_words(wanted: Filter, of: Setting, t: Texts) -> str:
    """«Экскурсия, Кемерово»; empty where nothing is wished."""
    return ", ".join(_said(about, wanted, of, t) for about in Wish if getattr(wanted, about))


def _said(about: Wish, wanted: Filter, of: Setting, t: Texts) -> str:
    value = _value(about, wanted, of, t)
    if value is None or about not in (*LISTS, Wish.DAYS):
        return t.plain(f"events-wished-{_id(about)}")
    return value


def page_of(about: Wish) -> int:
    """The page of the filter that a wish stands on."""
    return int(about in WISHES[1])


def ask_filter(about: Wish, values: Sequence[tuple[str, str]], page: int, t: Texts) -> Screen:
    """`values`: what can be chosen, as (code, name)."""
    shown, nav = paged(values, page, SHOWN, lambda n: AskFilter(about=about, page=n), t)
    choices = [Button(t.plain("events-any"), SetFilter(about=about))]
    choices += [Button(name, SetFilter(about=about, value=code)) for code, name in shown]
    return Screen(
        text=t(f"events-ask-{about}"),
        choices=choices,
        nav=(back(t, ToFilter(page=page_of(about))), *nav, menu(t)),
    )
