"""What the keepers of the catalogue work with. A feature adds its line to SHELF."""

from bot.texts import Texts
from bot.views.agreements import ShowAgreements
from bot.views.callbacks import Callback
from bot.views.demand import ShowDemand
from bot.views.imports import ToImports
from bot.views.nav import back, menu
from bot.views.screen import Button, Screen
from bot.views.staff import ToStaff

SHELF: tuple[tuple[str, Callback], ...] = (  # the text's id, and where it leads
    ("imports-open", ToImports()),
    ("agreements-open", ShowAgreements()),
    ("demand-open", ShowDemand()),
)


class ToCatalogue(Callback, code="ctl"):
    pass


def desk(t: Texts) -> Screen:
    choices = [Button(t.plain(label), action) for label, action in SHELF]
    return Screen(text=t("catalogue-desk"), choices=choices, nav=(back(t, ToStaff()), menu(t)))
