"""What is the same for every turn: the catalogue at this moment, the lists, who runs the bot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.catalog.snapshot import Catalogue
from bot.domain.consultations import FaqAnswer, OfficeHours
from bot.domain.matching import Tolerances, Weights
from bot.domain.network import Dictionaries
from bot.domain.operator import Operator, Rules
from bot.domain.questionnaires import Questionnaire
from bot.domain.staff import StaffChat


@dataclass(frozen=True, kw_only=True)
class World:
    catalogue: Catalogue
    questionnaires: Mapping[str, Questionnaire]
    operator: Operator
    rules: Rules
    weights: Weights
    tolerances: Tolerances
    office: OfficeHours
    faq: Sequence[FaqAnswer]
    staff_chat: StaffChat | None
    bot_name: str
    base_url: str = ""  # under which the bot is reached from outside; empty: not at all

    @property
    def dictionaries(self) -> Dictionaries:
        """Those that the catalogue of this moment refers to."""
        return self.catalogue.dictionaries
