"""Keeping the catalogue by files, as staff see it."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from bot.catalog.changes import Changes
from bot.catalog.consequences import Consequences
from bot.catalog.escapes import escaped
from bot.catalog.importing import BadData
from bot.domain.imports import Import, Upload, UploadState
from bot.drawings import as_recipe
from bot.drawings.plain import PlainFile
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.callbacks import Callback
from bot.views.nav import back, menu
from bot.views.screen import Attachment, Button, Screen, shortened

PROBLEMS, LONGEST_PROBLEM = 10, 110  # told at once, and characters of each
EXAMPLES, LONGEST_EXAMPLE = 5, 60  # of changed fields
NAMED = 3  # rows or groups
BYTE_ORDER_MARK = "\ufeff"  # Excel reads a CSV file as UTF-8 only with it

Recipe = dict[str, Any]
Say = Callable[..., str]  # Texts as HTML, or its `plain`


class ToImports(Callback, code="imp"):
    pass


class GetCatalogue(Callback, code="imc"):
    pass


class GetTemplate(Callback, code="imt"):
    pass


class ApplyUpload(Callback, code="ima"):
    upload: int


class DropUpload(Callback, code="imd"):
    upload: int


class UndoImport(Callback, code="imu"):
    id: int


def desk(last: Import | None, zone: ZoneInfo, way_back: Callback, t: Texts) -> Screen:
    """`last`: what was taken in or taken back most lately."""
    choices = [
        Button(t.plain("imports-get-catalogue"), GetCatalogue()),
        Button(t.plain("imports-get-template"), GetTemplate()),
    ]
    if last is not None and last.undoes is None:
        choices.append(Button(t.plain("imports-undo"), UndoImport(id=last.id)))
    text = t("imports-desk", last=_last(last, zone, t))
    return Screen(text=text, choices=choices, nav=(back(t, way_back), menu(t)))


def _last(last: Import | None, zone: ZoneInfo, t: Texts) -> Html:
    if last is None:
        return t("imports-last-none")
    when = dates.moment(last.made_at, zone, t)
    if last.undoes is not None:
        return t("imports-last-undone", when=when)
    return t("imports-last", when=when, added=last.added, changed=last.changed)


def catalogue(recipe: Recipe, now: datetime, zone: ZoneInfo, t: Texts) -> Screen:
    """`recipe` holds the rows, so it needs no database when it is drawn."""
    text = t("imports-catalogue", when=dates.moment(now, zone, t))
    return _file(text, t.plain("imports-catalogue-name"), recipe, t)


def template(recipe: Recipe, t: Texts) -> Screen:
    return _file(t("imports-template"), t.plain("imports-template-name"), recipe, t)


def _file(text: Html, name: str, recipe: Recipe, t: Texts) -> Screen:
    return Screen(text=text, nav=_nav(t), attachment=Attachment(name=name, recipe=recipe))


def checking(upload: Upload, earlier: Upload | None, t: Texts) -> Screen:
    """`earlier`: the file whose place it takes; the person would wait for its answer in vain."""
    text = t("imports-checking", name=upload.name)
    if earlier is not None:
        replaced = t("imports-replaced", name=earlier.name)
        text = Html(f"{text}\n{replaced}")
    return Screen(text=text, nav=_nav(t))


def wrong(upload: Upload, bad: BadData, t: Texts) -> Screen:
    problems = bad.problems[:PROBLEMS]
    lines = [shortened(str(problem), LONGEST_PROBLEM) for problem in problems]
    text = t(
        "imports-wrong",
        name=upload.name,
        count=len(bad.problems) + bad.more,
        lines="\n".join(f"• {line}" for line in lines),
    )
    return Screen(text=text, nav=_nav(t))


def says_too_little(bad: BadData) -> bool:
    """Whether the message leaves out a mistake, or a part of one."""
    more = bad.more or len(bad.problems) > PROBLEMS
    return bool(more) or any(len(str(problem)) > LONGEST_PROBLEM for problem in bad.problems)


def report(bad: BadData, t: Texts) -> Screen:
    """Every mistake, as a file."""
    written = io.StringIO(newline="")
    written.write(BYTE_ORDER_MARK + t.plain("imports-report-heading") + "\r\n")
    lines = csv.writer(written, delimiter=";", lineterminator="\r\n")
    for problem in bad.problems:
        row = str(problem.row or "")
        lines.writerow(map(escaped, (problem.file, row, problem.field, problem.message)))
    if bad.more:
        lines.writerow([t.plain("imports-report-more", more=bad.more)])
    recipe = as_recipe(PlainFile(content=written.getvalue()))
    return _file(t("imports-report"), t.plain("imports-report-name"), recipe, t)


def summary(upload: Upload, changes: Changes, of: Consequences, t: Texts) -> Screen:
    text = t("imports-summary", name=upload.name, lines=_told(changes, of, t))
    choices = (
        Button(t.plain("imports-apply"), ApplyUpload(upload=upload.id)),
        Button(t.plain("imports-drop"), DropUpload(upload=upload.id)),
    )
    return Screen(text=text, choices=choices, nav=_nav(t))


def same(upload: Upload, changes: Changes, t: Texts) -> Screen:
    lines = [t("imports-same", name=upload.name), *absent_lines(changes, t)]
    return Screen(text=Html("\n".join(lines)), nav=_nav(t))


def not_fetched(upload: Upload, t: Texts) -> Screen:
    return Screen(text=t("imports-not-fetched", name=upload.name), nav=_nav(t))


def clashing(reason: str, t: Texts) -> Screen:
    return Screen(text=t("imports-error-clash", reason=reason), nav=_nav(t))


def applied(entry: Import | None, changes: Changes, t: Texts) -> Screen:
    """`entry`: what can be taken back, unless nothing was changed."""
    choices = []
    if entry is not None:
        choices.append(Button(t.plain("imports-undo"), UndoImport(id=entry.id)))
    text = t("imports-applied", lines=Html("\n".join(table_lines(changes, t))))
    return Screen(text=text, choices=choices, nav=_nav(t))


def dropped(t: Texts) -> Screen:
    return Screen(text=t("imports-dropped"), nav=_nav(t))


def stands(state: UploadState, t: Texts) -> Screen:
    """For whoever presses a button of a file that is dealt with."""
    return Screen(text=t(f"imports-now-{state}"), nav=_nav(t))


def undone(entry: Import, t: Texts) -> Screen:
    text = t("imports-undone", added=entry.added, changed=entry.changed)
    return Screen(text=text, nav=_nav(t))


def _told(changes: Changes, of: Consequences, t: Texts) -> Html:
    parts = (
        table_lines(changes, t),
        consequence_lines(of, NAMED, t),
        change_lines(changes, EXAMPLES, t),
        absent_lines(changes, t),
    )
    return Html("\n\n".join(filter(None, map("\n".join, parts))))


def consequence_lines(of: Consequences, most: int, say: Say) -> Iterator[str]:
    """Whom changed groups concern, most people first, then what looks wrong."""
    touched = sorted(of.touched, key=lambda one: (-one.applications, -one.paths, one.code))
    for one in touched[:most]:
        yield say(
            f"imports-touched-{one.kind}",
            code=one.code,
            applications=one.applications,
            paths=one.paths,
        )
    if rest := touched[most:]:
        applications, paths = sum(one.applications for one in rest), sum(one.paths for one in rest)
        yield say("imports-touched-more", more=len(rest), applications=applications, paths=paths)
    for few in of.tight[:most]:
        yield say("imports-tight", code=few.code, held=few.held, needed=few.needed)
    if len(of.tight) > most:
        yield say("imports-tight-more", more=len(of.tight) - most)


def absent_lines(changes: Changes, say: Say) -> Iterator[str]:
    """What is in the catalogue and not in the file: people think that it is gone by that."""
    for name, table in changes.items():
        if table.absent:
            more = len(table.absent) - NAMED
            named = ", ".join(table.absent[:NAMED]) + (" …" if more > 0 else "")
            yield say(
                "imports-absent-groups" if name == "groups" else "imports-absent",
                table=say(f"imports-table-{name}"),
                count=len(table.absent),
                named=named,
            )


def table_lines(changes: Changes, say: Say) -> Iterator[str]:
    """What becomes of each table that the file has anything for."""
    for name, table in changes.items():
        counts = (len(table.added), len(table.changed), table.unchanged)
        if any(counts):
            added, changed, unchanged = counts
            named = say(f"imports-table-{name}")
            yield say(
                "imports-line", table=named, added=added, changed=changed, unchanged=unchanged
            )


def change_lines(changes: Changes, most: int, say: Say) -> Iterator[str]:
    """The first fields that change, what they are and what they will be."""
    told = [
        say(
            "imports-change",
            table=say(f"imports-table-{name}"),
            code=row.code,
            field=field.field,
            before=shortened(field.before, LONGEST_EXAMPLE) or say("imports-change-empty"),
            after=shortened(field.after, LONGEST_EXAMPLE) or say("imports-change-empty"),
        )
        for name, table in changes.items()
        for row in table.changed
        for field in row.fields
    ]
    yield from islice(told, most)
    if len(told) > most:
        yield say("imports-change-more", more=len(told) - most)


def _nav(t: Texts) -> Sequence[Button]:
    return (back(t, ToImports()), menu(t))
