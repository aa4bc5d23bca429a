"""Modules: parts of a programme, some of them given by another partner."""

from collections.abc import Iterable, Sequence

from bot.catalog.importing import cells
from bot.catalog.importing.partners import check_agreed
from bot.catalog.importing.references import References
from bot.catalog.importing.tables import Row
from bot.domain.network import Format, Module, Programme


def module(row: Row, to: References) -> Module:
    read = Module(
        code=row.required("code", cells.code),
        programme=row.required("programme", to.programmes),
        position=row.required("position", cells.whole(1, 99)),
        title_ru=row.required("title_ru", cells.text(90)),
        title_en=row.optional("title_en", cells.text(90)),
        hours=row.required("hours", cells.whole(1, 3000)),
        partner=row.required("partner", to.partners),
        city=row.required("city", to.cities),
        format=row.required("format", cells.one_of(Format)),
        outcomes=row.required("outcomes", cells.pairs(to.competencies, cells.whole(1, 4))),
        requires=row.optional("requires", cells.several(to.modules)) or (),
        price=row.optional("price", cells.whole(0, 1_000_000)) or 0,
    )
    if row.good:
        check_agreed(row, to)
    return read


def check_order(modules: Iterable[tuple[Row, Module]]) -> None:
    """What a module requires stands before it in the same programme, so there is no circle."""
    good = [(row, read) for row, read in modules if row.good]
    by_code = {read.code: read for _, read in good}
    taken: dict[tuple[str, int], int] = {}
    for row, read in good:
        place = (read.programme, read.position)
        if taken.setdefault(place, row.line) != row.line:
            row.wrong("position", f"«{read.position}» уже занято в строке {taken[place]}")
        for code in read.requires:
            if code in by_code:
                _check_required(row, read, by_code[code])


def _check_required(row: Row, read: Module, required: Module) -> None:
    if required.programme != read.programme:
        row.wrong("requires", f"«{required.code}» — модуль другой программы ({required.programme})")
    elif required.position >= read.position:
        row.wrong("requires", f"«{required.code}» стоит не раньше этого модуля (столбец position)")


def check_hours(
    programmes: Iterable[tuple[Row, Programme]], modules: Sequence[tuple[Row, Module]]
) -> None:
    """The modules of a programme add up to it. Told only when every module can be counted."""
    if not all(row.good for row, _ in modules):
        return
    sums: dict[str, int] = {}
    for _, read in modules:
        sums[read.programme] = sums.get(read.programme, 0) + read.hours
    for row, programme in programmes:
        if row.good and sums.get(programme.code, programme.hours) != programme.hours:
            row.wrong(
                "hours", f"«{programme.hours}» — а в модулях вместе {sums[programme.code]} часов"
            )
