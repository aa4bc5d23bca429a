"""Events that typed words mean, found in the way programmes are."""

from collections.abc import Sequence
from functools import lru_cache

from bot.catalog.search import Entry, Lexicon, SearchIndex, Understanding
from bot.domain.events import Event
from bot.domain.network import Dictionaries

KEPT = 4  # indexes: events change a few times a day


def find_events(
    typed: str, events: Sequence[Event], names: Dictionaries, lexicon: Lexicon, top: int = 5
) -> tuple[int, ...]:
    """Ids, best first; nothing for what was only guessed at."""
    if not events:
        return ()
    found = _index(tuple(_entry(event, names) for event in events), lexicon).find(typed, top)
    if found.kind is not Understanding.FOUND:
        return ()
    return tuple(int(hit.id) for hit in found.hits)


@lru_cache(maxsize=KEPT)
def _index(entries: tuple[Entry, ...], lexicon: Lexicon) -> SearchIndex:
    return SearchIndex(list(entries), lexicon)


def _entry(event: Event, names: Dictionaries) -> Entry:
    city, sector = names.cities.get(event.city or ""), names.sectors.get(event.sector or "")
    return Entry(
        id=str(event.id),
        title=event.title_ru,
        field=sector.name_ru if sector else "",
        alt_names=tuple(filter(None, (event.title_en, event.federal))),
        city=city.name_ru if city else "",
        description=event.about_ru,
    )
