"""Long lists are shown a page at a time; the last page is followed by the first."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.texts import Texts
from bot.views.callbacks import Callback
from bot.views.screen import Button

T = TypeVar("T")
TurnTo = Callable[[int], Callback]


def paged(
    items: Sequence[T], page: int, size: int, turn_to: TurnTo, t: Texts
) -> tuple[Sequence[T], Sequence[Button]]:
    """The items of this page, and the button to the next one where there is another."""
    pages = max(1, -(-len(items) // size))
    page = min(page, pages - 1)
    return items[page * size : (page + 1) * size], more(page, pages, turn_to, t)


def more(page: int, pages: int, turn_to: TurnTo, t: Texts) -> Sequence[Button]:
    if pages == 1:
        return ()
    return (Button(t.plain("nav-more"), turn_to((min(page, pages - 1) + 1) % pages), ""),)
