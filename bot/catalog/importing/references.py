"""What the rows of one file may refer to in the others."""

from dataclasses import dataclass
from datetime import date

from bot.catalog.importing.cells import Codes


@dataclass(frozen=True, kw_only=True)
class References:
    anchor: date  # day 0 of relative dates
    cities: Codes
    sectors: Codes
    competencies: Codes
    funding: Codes
    partners: Codes
    resources: Codes
    agreed: Codes  # partners with an agreement of any kind
    programmes: Codes
    modules: Codes
