"""Programmes and the rules of their kinds."""

from bot.catalog.importing import cells
from bot.catalog.importing.partners import check_agreed
from bot.catalog.importing.references import References
from bot.catalog.importing.tables import Row
from bot.domain.network import (
    Audience,
    EntryRules,
    Format,
    Interest,
    Medical,
    Programme,
    ProgrammeKind,
)

_KINDS = {
    ProgrammeKind.PO_RE: "у переподготовки рабочих",
    ProgrammeKind.PO_UP: "у повышения квалификации рабочих",
    ProgrammeKind.PK: "у повышения квалификации",
    ProgrammeKind.PP: "у профессиональной переподготовки",
}


def programme(row: Row, to: References) -> Programme:
    read = Programme(
        code=row.required("code", cells.code),
        slug=row.required("slug", cells.slug),
        title_ru=row.required("title_ru", cells.text(90)),
        title_en=row.optional("title_en", cells.text(90)),
        summary_ru=row.required("summary_ru", cells.text(200)),
        summary_en=row.optional("summary_en", cells.text(200)),
        kind=row.required("kind", cells.one_of(ProgrammeKind)),
        hours=row.required("hours", cells.whole(1, 3000)),
        format=row.required("format", cells.one_of(Format)),
        partner=row.required("partner", to.partners),
        city=row.required("city", to.cities),
        sector=row.required("sector", to.sectors),
        audiences=frozenset(row.required("audiences", cells.several(cells.one_of(Audience))) or ()),
        rules=_rules(row),
        outcomes=row.required("outcomes", cells.pairs(to.competencies, cells.whole(1, 4))),
        requires=row.optional("requires", cells.pairs(to.competencies, cells.whole(0, 4))) or {},
        interests=row.required("interests", cells.pairs(cells.one_of(Interest), cells.weight)),
        other_names=row.optional("other_names", cells.several(cells.text(60))) or (),
        occupations=row.optional("occupations", cells.several(cells.text(60))) or (),
        price=row.required("price", cells.whole(0, 1_000_000)),
        is_demo=row.required("is_demo", cells.flag),
        funding=frozenset(row.optional("funding", cells.several(to.funding)) or ()),
    )
    if row.good:
        _check_kind(row, read)
        _check_audience(row, read)
        check_agreed(row, to)
    return read


def _rules(row: Row) -> EntryRules:
    first = row.optional("grade_from", cells.whole(1, 11))
    last = row.optional("grade_to", cells.whole(1, 11))
    if bool(row.cells["grade_from"]) != bool(row.cells["grade_to"]):
        row.wrong("grade_to", "нужны оба столбца, grade_from и grade_to, или ни одного")
    elif first and last and last < first:
        row.wrong("grade_to", f"«{last}» — меньше, чем grade_from ({first})")
    return EntryRules(
        min_age=row.optional("min_age", cells.whole(0, 99)) or 0,
        grades=(first, last) if first and last else None,
        further=row.required("further", cells.flag),
        profession=row.required("profession", cells.flag),
        experience=row.required("experience", cells.flag),
        medical=row.required("medical", cells.one_of(Medical)),
    )


def _check_kind(row: Row, read: Programme) -> None:
    """273-ФЗ art. 73 parts 3-4 (a profession first), art. 76 part 3 (a diploma), least hours."""
    if read.hours < read.kind.least_hours:
        row.wrong(
            "hours", f"«{read.hours}» — {_KINDS[read.kind]} не меньше {read.kind.least_hours} часов"
        )
    if read.kind.further and not read.rules.further:
        row.wrong("further", f"«0» — {_KINDS[read.kind]} должно быть 1: нужно СПО или ВО")
    if read.kind in (ProgrammeKind.PO_RE, ProgrammeKind.PO_UP) and not read.rules.profession:
        row.wrong("profession", f"«0» — {_KINDS[read.kind]} должно быть 1: нужна профессия")


def _check_audience(row: Row, read: Programme) -> None:
    pupils = Audience.PUPIL in read.audiences
    if read.rules.grades and not pupils:
        row.wrong("grade_from", "классы указывают только в программах для школьников (pupil)")
    if pupils and read.rules.further:
        row.wrong("audiences", "pupil — школьники не могут поступить туда, где нужно СПО или ВО")
