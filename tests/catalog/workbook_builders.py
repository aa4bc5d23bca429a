"""A small network of the demo data, as a workbook and as what is inside one."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import load_workbook

from bot.catalog.dictionaries import load_dictionaries
from bot.catalog.importing import BadData, Problem, read_files, read_network
from bot.catalog.importing.cells import Wrong
from bot.catalog.importing.workbooks import read_tables
from bot.domain.network import Network
from bot.drawings.workbook import xlsx
from bot.views.workbooks import workbook

DATA = Path(__file__).parents[2] / "data"
DICTIONARIES = load_dictionaries(DATA)
ANCHOR = date(2026, 3, 2)
DEMO = read_network(DATA / "demo", DICTIONARIES, ANCHOR)

INLINE = re.compile(rb'(<c [^>]*)t="inlineStr"[^>]*><is>(.*?)</is></c>')
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OVERRIDE = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
    b'officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)


def part_of(network: Network, *programmes: str) -> Network:
    """These programmes and what belongs to them."""
    modules = {c: m for c, m in network.modules.items() if m.programme in programmes}
    partners = {network.programmes[code].partner for code in programmes}
    partners |= {module.partner for module in modules.values()}
    agreements = {c: a for c, a in network.agreements.items() if a.partner in partners}
    lent = {code for agreement in agreements.values() for code in agreement.resources}
    return replace(
        network,
        partners={code: network.partners[code] for code in sorted(partners)},
        resources={code: network.resources[code] for code in sorted(lent)},
        agreements=agreements,
        programmes={code: network.programmes[code] for code in programmes},
        modules=modules,
        groups={c: g for c, g in network.groups.items() if g.programme in programmes},
    )


FEW = part_of(DEMO, "DEMO-01", "DEMO-16")
BOOK = xlsx(workbook(FEW, DICTIONARIES))


def edited(edit: Callable[[Any], object], book: bytes = BOOK) -> bytes:
    """The workbook after `edit` of it in another program; `edit` gets openpyxl's."""
    parsed = load_workbook(BytesIO(book))
    edit(parsed)
    saved = BytesIO()
    parsed.save(saved)
    return saved.getvalue()


def parts_of(book: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def made_of(parts: Mapping[str, bytes]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def as_excel_saves(book: bytes) -> bytes:
    """With texts kept apart from the cells, as Excel does and openpyxl does not."""
    parts = parts_of(book)
    texts: list[bytes] = []

    def keep(found: re.Match[bytes]) -> bytes:
        texts.append(found[2])
        return found[1] + b't="s"><v>%d</v></c>' % (len(texts) - 1)

    for name in filter(re.compile(r"xl/worksheets/sheet\d+\.xml").fullmatch, parts):
        parts[name] = INLINE.sub(keep, parts[name])
    items = b"".join(b"<si>%s</si>" % text for text in texts)
    parts["xl/sharedStrings.xml"] = b'<sst xmlns="%s">%s</sst>' % (MAIN, items)
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", OVERRIDE)
    return made_of(parts)


def network_in(book: bytes) -> Network:
    return read_files(read_tables(book), DICTIONARIES, ANCHOR)


def problems_in(book: bytes) -> list[Problem]:
    """One without a place for a file that cannot be read at all."""
    try:
        network_in(book)
    except BadData as bad:
        return list(bad.problems)
    except Wrong as wrong:
        return [Problem(file="", message=str(wrong))]
    return []
