"""Resources: workshops, training grounds and equipment that partners lend."""

from collections.abc import Iterable

from bot.catalog.importing import cells
from bot.catalog.importing.references import References
from bot.catalog.importing.tables import Row
from bot.domain.network import Agreement, Resource, ResourceKind


def resource(row: Row, to: References) -> Resource:
    return Resource(
        code=row.required("code", cells.code),
        partner=row.required("partner", to.partners),
        kind=row.required("kind", cells.one_of(ResourceKind)),
        name_ru=row.required("name_ru", cells.text(90)),
        name_en=row.optional("name_en", cells.text(90)),
        capacity=row.required("capacity", cells.whole(1, 1000)),
        conditions=row.optional("conditions", cells.text(200)) or "",
    )


def check_lent(
    agreements: Iterable[tuple[Row, Agreement]], resources: Iterable[tuple[Row, Resource]]
) -> None:
    """A partner lends what is the partner's own."""
    owners = {read.code: read.partner for row, read in resources if row.good}
    for row, read in agreements:
        for code in read.resources if row.good else ():
            if (owner := owners.get(code, read.partner)) != read.partner:
                row.wrong("resources", f"«{code}» — ресурс другого партнёра ({owner})")
                break
