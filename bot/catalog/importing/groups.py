"""Groups: one run of a programme with dates and places."""

from bot.catalog.importing import cells
from bot.catalog.importing.references import References
from bot.catalog.importing.tables import Row
from bot.domain.network import DayPart, Group


def group(row: Row, to: References) -> Group:
    daypart = row.required("daypart", cells.one_of(DayPart))
    read = Group(
        code=row.required("code", cells.code),
        programme=row.required("programme", to.programmes),
        starts_on=row.required("starts_on", cells.teaching_day(to.anchor, daypart)),
        ends_on=row.required("ends_on", cells.day(to.anchor)),
        daypart=daypart,
        seats=row.required("seats", cells.whole(1, 1000)),
    )
    if row.good and read.ends_on < read.starts_on:
        row.wrong("ends_on", f"«{read.ends_on}» — раньше начала ({read.starts_on})")
    return read
