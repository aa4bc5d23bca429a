"""What a mailing has come to: a picture with its words, a list, a second try."""

from collections.abc import Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.domain.broadcasts import OUR_REASONS, Broadcast, Fate, Tally, fate
from bot.domain.outbox import Settled
from bot.domain.rates import STARS_PER_PAID_MESSAGE
from bot.drawings import as_recipe
from bot.drawings.bars import Bar, Bars
from bot.drawings.workbook import Column, Table, Workbook
from bot.texts import Html, Texts
from bot.views.broadcasts import words
from bot.views.broadcasts.drafts import Copy
from bot.views.broadcasts.lists import to_list
from bot.views.broadcasts.sending import stars
from bot.views.callbacks import Callback
from bot.views.nav import menu
from bot.views.screen import Attachment, Button, Screen

ENDS = tuple(end for end in Fate if end is not Fate.WAITING)


class GetList(Callback, code="bxl"):
    id: int


class AskAgain(Callback, code="bag"):
    id: int


class Again(Callback, code="bau"):
    id: int


def report(broadcast: Broadcast, tally: Tally, left: int, t: Texts) -> Screen:
    """`left`: how many turned the topic off under it. The picture says the same as the words."""
    lines = [t(f"broadcasts-fate-{end}", count=tally.get(end, 0)) for end in Fate if tally.get(end)]
    after = [t("broadcasts-report-left", count=left)] if left else []
    if broadcast.paid_messages:
        cost = stars(broadcast.paid_messages * STARS_PER_PAID_MESSAGE)
        after.append(t("broadcasts-report-stars", stars=cost))
    text = t(
        "broadcasts-report",
        number=str(broadcast.id),
        state=words.state(broadcast, t),
        topic=words.topic(broadcast.topic, t),
        lines=Html("\n".join(lines)) if lines else words.reached(broadcast, t),
        left=Html("\n".join(after)),
        time=words.lasting(_took(broadcast), t),
    )
    chart = _chart(broadcast, tally, t) if lines else None
    choices = _report_choices(broadcast, tally, t)
    nav = (to_list(t), menu(t))
    return Screen(text=words.tidy(text), choices=choices, nav=nav, attachment=chart)


def _report_choices(broadcast: Broadcast, tally: Tally, t: Texts) -> list[Button]:
    choices = [Button(t.plain("broadcasts-list-xlsx"), GetList(id=broadcast.id))]
    if tally.get(Fate.UNKNOWN):
        choices.append(Button(t.plain("broadcasts-again"), AskAgain(id=broadcast.id)))
    return [*choices, Button(t.plain("broadcasts-copy"), Copy(id=broadcast.id))]


def _took(broadcast: Broadcast) -> timedelta:
    if broadcast.started_at is None or broadcast.ended_at is None:
        return timedelta()
    return broadcast.ended_at - broadcast.started_at


def _chart(broadcast: Broadcast, tally: Tally, t: Texts) -> Attachment:
    total = sum(tally.values())
    bars = tuple(
        Bar(
            label=t.plain(f"broadcasts-chart-{end}"),
            value=tally.get(end, 0) / total,
            words=t.plain("broadcasts-chart-words", count=tally.get(end, 0), total=total),
        )
        for end in ENDS
    )
    title = t.plain("broadcasts-chart-title", number=str(broadcast.id))
    chart = Bars(title=title, bars=bars, note=t.plain("broadcasts-chart-note"))
    return Attachment(name="broadcast.png", recipe=as_recipe(chart), photo=True)


def ask_again(broadcast: Broadcast, unknown: int, t: Texts) -> Screen:
    people = t.plain("broadcasts-people", count=unknown)
    return Screen(
        text=t("broadcasts-again-ask", count=people, number=str(broadcast.id)),
        choices=(Button(t.plain("broadcasts-again-yes"), Again(id=broadcast.id)),),
        nav=(to_list(t), menu(t)),
        anew=True,
    )


def listed(broadcast: Broadcast, rows: Sequence[Settled], zone: ZoneInfo, t: Texts) -> Screen:
    """A row for each message, the ones that went wrong first; none for one that ended long ago."""
    if not rows:
        said = t("broadcasts-list-gone", number=str(broadcast.id))
        return Screen(text=said, nav=(to_list(t), menu(t)), anew=True)
    recipe = as_recipe(_workbook(rows, zone, t))
    return Screen(
        text=t("broadcasts-list-ready", number=str(broadcast.id)),
        nav=(to_list(t), menu(t)),
        attachment=Attachment(name=f"broadcast-{broadcast.id}.xlsx", recipe=recipe),
    )


def _workbook(rows: Sequence[Settled], zone: ZoneInfo, t: Texts) -> Workbook:
    columns = (
        Column(name=t.plain("broadcasts-column-person"), width=12),
        Column(name=t.plain("broadcasts-column-state"), width=20),
        Column(name=t.plain("broadcasts-column-reason"), width=50),
        Column(name=t.plain("broadcasts-column-time"), width=20),
    )
    filled = tuple(_row(row, zone, t) for row in rows)
    return Workbook(
        tables=(Table(title=t.plain("broadcasts-sheet"), columns=columns, rows=filled),)
    )


def _row(row: Settled, zone: ZoneInfo, t: Texts) -> tuple[str, ...]:
    person = t.plain("broadcasts-cell-erased") if row.person is None else str(row.person)
    at = f"{row.at.astimezone(zone):%d.%m.%Y %H:%M:%S}" if row.at else ""
    return person, t.plain(f"broadcasts-cell-{fate(row.state, row.error)}"), _reason(row, t), at


def _reason(row: Settled, t: Texts) -> str:
    """Our own reasons in words, others as they were told to us."""
    error = row.error or ""
    if error in OUR_REASONS:
        return t.plain(f"broadcasts-reason-{error.replace('_', '-')}")
    return error
