"""What somebody applied for, where it is no longer what others apply for."""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from bot.domain.network import Dictionaries, Partner, Programme
from bot.domain.versions import Change, Part, Version
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.answers import name
from bot.views.programmes import city_name, title
from bot.views.screen import shortened


def note(
    version: Version | None,
    changes: Sequence[Change],
    partners: Mapping[str, Partner],
    names: Dictionaries,
    zone: ZoneInfo,
    t: Texts,
) -> list[Html]:
    """«часы 72 → 80», and that it does not concern them; [] where nothing has changed."""
    if version is None or not changes:
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
    day = dates.short(version.made_at.astimezone(zone).date(), t)
    return [t("versions-note", day=day, changes="; ".join(told))]


def _value(
    programme: Programme, part: Part, partners: Mapping[str, Partner], names: Dictionaries, t: Texts
) -> str:
    match part:
        case Part.TITLE:
            return title(programme, t)
        case Part.KIND:
            return t.plain(f"programmes-kind-{programme.kind.replace('_', '-')}")
        case Part.HOURS:
            return str(programme.hours)
        case Part.FORMAT:
            return t.plain(f"programmes-format-{programme.format}")
        case Part.PRICE:
            return _price(programme.price, t)
        case Part.PARTNER:
            return name(partners[programme.partner], t)
        case Part.CITY:
            return city_name(programme, names, t)
        case Part.OUTCOMES:
            return ", ".join(_skill(code, names, t) for code in programme.outcomes) or "—"


def _price(price: int, t: Texts) -> str:
    if price:
        return t.plain("programmes-price-short", price=price)
    return t.plain("programmes-free-short")


def _skill(code: str, names: Dictionaries, t: Texts) -> str:
    """An old programme may teach what is on no list any more."""
    known = names.competencies.get(code)
    return code if known is None else name(known, t)
