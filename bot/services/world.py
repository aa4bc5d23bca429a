"""What is the same for every turn: the catalogue at this moment, the lists, who runs the bot."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.catalog.snapshot import Catalogue
from bot.domain.network import Dictionaries
from bot.domain.operator import Operator, Rules
from bot.domain.questionnaires import Questionnaire


@dataclass(frozen=True, kw_only=True)
class World:
    catalogue: Catalogue
    questionnaires: Mapping[str, Questionnaire]
    operator: Operator
    rules: Rules
    bot_name: str

    @property
    def dictionaries(self) -> Dictionaries:
        """Those that the catalogue of this moment refers to."""
        return self.catalogue.dictionaries
