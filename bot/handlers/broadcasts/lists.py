from bot.domain.staff import Permission
from bot.handlers.broadcasts import pages
from bot.handlers.routing import Answer, Route, Turn, press
from bot.views.broadcasts import drafts as draft_views
from bot.views.broadcasts import lists as views
from bot.views.screen import Screen

NEEDS = Permission.SEND_BROADCASTS


def newest(turn: Turn, button: views.ToBroadcasts) -> Screen:
    desk = turn.desk.broadcasts
    count = max(1, -(-desk.count() // views.SHOWN))
    page = min(button.page, count - 1)
    shown = desk.newest(views.SHOWN, page * views.SHOWN)
    return views.newest(shown, page, count, turn.t)


def topics(turn: Turn, _: views.NewBroadcast) -> Screen:
    return views.topics(turn.t)


def begin(turn: Turn, button: views.BeginBroadcast) -> Screen:
    draft = turn.desk.drafts.begin(turn.person, button.topic)
    return draft_views.ask_text(draft, False, turn.t)


def show(turn: Turn, button: views.ShowBroadcast) -> Answer:
    return pages.show(turn, turn.desk.broadcasts.find(button.id))


ROUTES: list[Route] = [
    press(views.ToBroadcasts, newest, needs=NEEDS),
    press(views.NewBroadcast, topics, needs=NEEDS),
    press(views.BeginBroadcast, begin, needs=NEEDS),
    press(views.ShowBroadcast, show, needs=NEEDS),
]
