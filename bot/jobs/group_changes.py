"""Whoever applied for a group that a file has moved or cancelled is told, once and by day."""

from bot.domain.enrolments import Enrolment
from bot.domain.quiet import is_quiet
from bot.handlers.enrolments import receipt_of
from bot.services.desk import Desk
from bot.services.group_changes import Untold
from bot.storage.database import Transaction
from bot.texts import Texts
from bot.turns import Turns
from bot.views import group_changes as views
from bot.views.screen import Screen
from bot.views.trajectories.words import Words


def tell_group_changes(tx: Transaction, turns: Turns) -> None:
    """What is told is forgotten in the same transaction, so nothing is told twice."""
    desk = turns.desk(tx)
    if is_quiet(desk.now, desk.world.rules.zone):
        return
    for news in desk.group_changes.untold():
        key = f"group-change:{news.after.code}:{news.since.isoformat()}"
        for person, enrolment in news.people if news.kind else ():
            view = _Telling(desk, news, enrolment)
            turns.tell(tx, f"{key}:{enrolment.id}", person, view)
        desk.group_changes.told(news.after)


class _Telling:
    """The screen for one application; `turns` knows in whose language."""

    def __init__(self, desk: Desk, news: Untold, enrolment: Enrolment) -> None:
        self._world = desk.world
        self._news = news
        self._receipt = receipt_of(desk, enrolment)
        self._today = desk.programmes.today
        offer = self._receipt.offer
        self._others = bool(offer.agreement_open and offer.dates(self._today))

    def __call__(self, t: Texts) -> Screen:
        news, names = self._news, self._world.dictionaries
        network = self._world.catalogue.network
        assert news.kind is not None, "nobody is told of nothing"
        words = Words(names=names, network=network, t=t, today=self._today)
        return views.told(news.kind, news.before, self._receipt, self._others, words)
