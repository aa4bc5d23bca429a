"""The audit log, for those who may read it."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.domain.audit import COMMAND_LINE, KINDS, Entry
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.callbacks import Callback
from bot.views.nav import back, menu
from bot.views.pages import more, paged
from bot.views.screen import Button, Screen, shortened
from bot.views.staff import to_desk

SHOWN = 5
LONGEST = 60  # characters of what was changed, before and after


class ToAudit(Callback, code="aud"):
    kind: str | None = None  # None: of every kind
    page: int = 0


class ToKinds(Callback, code="auk"):
    page: int = 0


def log(
    entries: Sequence[Entry], kind: str | None, page: int, pages: int, zone: ZoneInfo, t: Texts
) -> Screen:
    lines = Html("\n\n".join(_line(entry, zone, t) for entry in entries))
    about = t.plain(f"audit-kind-{kind or 'every'}")
    nav = more(page, pages, lambda n: ToAudit(kind=kind, page=n), t)
    return Screen(
        text=t("audit-log" if entries else "audit-nothing", about=about, lines=lines),
        choices=(Button(t.plain("audit-filter"), ToKinds()),),
        nav=(*nav, to_desk(t), menu(t)),
    )


def kinds(page: int, t: Texts) -> Screen:
    shown, nav = paged(KINDS, page, SHOWN, lambda n: ToKinds(page=n), t)
    choices = [Button(t.plain(f"audit-kind-{kind}"), ToAudit(kind=kind)) for kind in shown]
    return Screen(text=t("audit-kinds"), choices=choices, nav=(*nav, back(t, ToAudit()), menu(t)))


def _line(entry: Entry, zone: ZoneInfo, t: Texts) -> Html:
    key = f"audit-action-{entry.action.replace('.', '-')}"
    return t(
        "audit-line",
        number=str(entry.id),
        at=dates.moment(entry.at, zone, t),
        who=_who(entry.actor, t),
        action=t.plain(key) if t.has(key) else entry.action,
        what=_what(entry),
    )


def _who(actor: str, t: Texts) -> str:
    if actor == COMMAND_LINE:
        return t.plain("audit-command-line")
    return t.plain("staff-number", number=actor)


def _what(entry: Entry) -> str:
    """«subject: before → after», as far as there is any."""
    change = [shortened(part, LONGEST) for part in (entry.before, entry.after) if part]
    return ": ".join([shortened(entry.subject, LONGEST), *([" → ".join(change)] if change else [])])
