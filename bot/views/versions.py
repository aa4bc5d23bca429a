"""What somebody applied for, where it is no longer what others apply for."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.network import Dictionaries, Partner, Programme
from bot.domain.versions import Change, Part, Taught
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.answers import name
from bot.views.programmes import city_name, title
from bot.views.screen import shortened


def note(
    of: datetime | None,
    changes: Sequence[Change],
    partners: Mapping[str, Partner],
    names: Dictionaries,
    zone: ZoneInfo,
    t: Texts,
) -> list[Html]:
    """«часы 72 → 80», and that it does not concern them; [] where nothing has changed.

    `of`: since when it was as they applied for it, None where that is not known.
    """
    if of is None or not changes:
        return []
    told = [
        t.plain(
            "versions-change",
            part=t.plain(f"versions-part-{change.part}"),
            before=shortened(_value(change.before, change.part, partners, names, t)),
            after=shortened(_value(change.after, change.part, partners, names, t)),
        )
        for change in changes
    ]
    day = dates.short(of.astimezone(zone).date(), t)
    return [t("versions-note", day=day, changes="; ".join(told))]


def _value(
    of: Taught, part: Part, partners: Mapping[str, Partner], names: Dictionaries, t: Texts
) -> str:
    match part:
        case Part.TITLE:
            return title(of, t)
        case Part.KIND:
            assert isinstance(of, Programme), "a module has no kind"
            return t.plain(f"programmes-kind-{of.kind.replace('_', '-')}")
        case Part.HOURS:
            return str(of.hours)
        case Part.FORMAT:
            return t.plain(f"programmes-format-{of.format}")
        case Part.PRICE:
            return _price(of.price, t)
        case Part.PARTNER:
            return name(partners[of.partner], t)
        case Part.CITY:
            return city_name(of, names, t)
        case Part.OUTCOMES:
            return ", ".join(_skill(code, names, t) for code in of.outcomes) or "—"


def _price(price: int, t: Texts) -> str:
    if price:
        return t.plain("programmes-price-short", price=price)
    return t.plain("programmes-free-short")


def _skill(code: str, names: Dictionaries, t: Texts) -> str:
    """An old programme may teach what is on no list any more."""
    known = names.competencies.get(code)
    return code if known is None else name(known, t)
