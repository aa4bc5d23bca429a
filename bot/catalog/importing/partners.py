"""Partners and the agreements with them."""

from bot.catalog.importing import cells
from bot.catalog.importing.references import References
from bot.catalog.importing.tables import Row
from bot.domain.network import Agreement, AgreementKind, Partner, PartnerKind


def partner(row: Row, to: References) -> Partner:
    return Partner(
        code=row.required("code", cells.code),
        name_ru=row.required("name_ru", cells.text(90)),
        name_en=row.required("name_en", cells.text(90)),
        kind=row.required("kind", cells.one_of(PartnerKind)),
        city=row.required("city", to.cities),
        is_demo=row.required("is_demo", cells.flag),
    )


def agreement(row: Row, to: References) -> Agreement:
    read = Agreement(
        number=row.required("number", cells.text(60)),
        partner=row.required("partner", to.partners),
        kind=row.required("kind", cells.one_of(AgreementKind)),
        valid_from=row.required("valid_from", cells.day(to.anchor)),
        valid_to=row.required("valid_to", cells.day(to.anchor)),
        resources=row.optional("resources", cells.several(to.resources)) or (),
        duties=row.optional("duties", cells.text(300)) or "",
        learners=row.optional("learners", cells.whole(1, 100_000)),
    )
    if row.good and read.valid_to < read.valid_from:
        row.wrong("valid_to", f"«{read.valid_to}» — раньше начала ({read.valid_from})")
    return read


def check_agreed(row: Row, to: References) -> None:
    """A partner teaches under an agreement; whether it is valid is asked day by day."""
    partner = row.cells["partner"]
    if to.agreed.known is not None and partner not in to.agreed.known:
        row.wrong("partner", f"у «{partner}» нет ни одного соглашения в файле {to.agreed.file}")
