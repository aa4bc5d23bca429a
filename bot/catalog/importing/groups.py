"""Groups: one run of a programme with dates and places."""

from datetime import date, timedelta

from bot.catalog.importing import cells
from bot.catalog.importing.references import References
from bot.catalog.importing.tables import Row
from bot.domain.network import DayPart, Group


def group(row: Row, to: References) -> Group:
    """A start that is moved to a fitting day moves the end as far."""
    code = row.required("code", cells.code)
    programme = row.required("programme", to.programmes)
    daypart = row.required("daypart", cells.one_of(DayPart))
    start = row.required("starts_on", cells.teaching_day(to.anchor, daypart))
    end = row.required("ends_on", cells.day(to.anchor))
    seats = row.required("seats", cells.whole(1, 1000))
    if not row.good:  # it never leaves the import
        start, end = cells.Start(date.min, timedelta()), date.min
    read = Group(
        code=code,
        programme=programme,
        starts_on=start.day,
        ends_on=end + start.moved,
        daypart=daypart,
        seats=seats,
    )
    if row.good and read.ends_on < read.starts_on:
        row.wrong("ends_on", f"«{read.ends_on}» — раньше начала ({read.starts_on})")
    return read
