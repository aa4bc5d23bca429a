"""What staff are told when something goes wrong, and when it is over. Words only: it may go into a
chat where nobody can press a button."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import Texts
from bot.views import dates
from bot.views.nav import menu
from bot.views.screen import Screen
from bot.views.staff import to_desk


def slow_replies(t: Texts) -> Screen:
    return Screen(text=t("alerts-began-slow-replies"), nav=(to_desk(t), menu(t)))


def replies_in_time(since: datetime, zone: ZoneInfo, t: Texts) -> Screen:
    text = t("alerts-over-slow-replies", since=dates.moment(since, zone, t))
    return Screen(text=text, nav=(to_desk(t), menu(t)))


def refused(count: int, t: Texts) -> Screen:
    return Screen(text=t("alerts-began-refused", count=count), nav=(to_desk(t), menu(t)))


def nothing_refused(since: datetime, zone: ZoneInfo, t: Texts) -> Screen:
    text = t("alerts-over-refused", since=dates.moment(since, zone, t))
    return Screen(text=text, nav=(to_desk(t), menu(t)))


def telegram_is_back(since: datetime, until: datetime, zone: ZoneInfo, t: Texts) -> Screen:
    text = t(
        "alerts-over-no-telegram",
        since=dates.moment(since, zone, t),
        until=dates.moment(until, zone, t),
    )
    return Screen(text=text, nav=(to_desk(t), menu(t)))
