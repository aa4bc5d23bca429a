"""How a mailing stands now, for whoever looks at it."""

from bot.domain.broadcasts import Broadcast, State
from bot.domain.quiet import allowed_from, done_at, is_quiet
from bot.domain.rates import takes
from bot.domain.staff import Permission
from bot.handlers.routing import Answer, Turn
from bot.services.desk import Desk
from bot.texts import texts
from bot.views.broadcasts import drafts, message, reports, running, sending
from bot.views.broadcasts.words import Names
from bot.views.screen import Screen


def show(turn: Turn, broadcast: Broadcast) -> Answer:
    match broadcast.state:
        case State.DRAFT:
            mine = broadcast.author == turn.person.id
            view = drafts.card if mine else drafts.of_another
            return view(broadcast, names(turn), turn.t)
        case State.WAITING:
            return _waiting(turn, broadcast)
        case State.SCHEDULED:
            return sending.scheduled(broadcast, turn.desk.world.rules.zone, turn.t)
        case State.GATHERING:
            return running.gathering(broadcast, turn.t)
        case State.RUNNING | State.PAUSED:
            seen = turn.desk.broadcasts.progress(broadcast)
            return running.progress(broadcast, seen, turn.t)
        case State.STOPPED | State.FINISHED:
            return report(turn, broadcast)


def _waiting(turn: Turn, broadcast: Broadcast) -> Answer:
    """Whoever may decide sees what it is about."""
    may = turn.desk.staff.may(turn.person, Permission.APPROVE_BROADCASTS)
    if not may or broadcast.author == turn.person.id:
        limit = turn.desk.world.rules.broadcasts.approve_above
        return sending.waiting(broadcast, limit, turn.t)
    card = sending.approval(broadcast, names(turn), sent_now(turn, broadcast), turn.t)
    return [*previews(turn, broadcast), card]


def sent_now(turn: Turn, broadcast: Broadcast) -> sending.Sent:
    rules, now = turn.desk.world.rules, turn.now
    quiet = is_quiet(now, rules.zone)
    return sending.Sent(
        ends_at=done_at(
            now + rules.broadcasts.undo, takes(broadcast.reached, rules.broadcasts), rules.zone
        ),
        quiet_until=allowed_from(now, rules.zone).astimezone(rules.zone) if quiet else None,
        zone=rules.zone,
    )


def report(turn: Turn, broadcast: Broadcast) -> Screen:
    desk = turn.desk.broadcasts
    return reports.report(broadcast, desk.tally(broadcast), desk.left_after(broadcast), turn.t)


def previews(turn: Turn, broadcast: Broadcast) -> list[Screen]:
    """The mailing as it comes, in every language that it is written in."""
    programmes = turn.desk.world.catalogue.network.programmes
    languages = ("ru", "en") if broadcast.content.text_en else ("ru",)
    tone = turn.t.tone
    return [message.message(broadcast, programmes, texts(code, tone)) for code in languages]


def names(turn: Turn) -> Names:
    return names_of(turn.desk)


def names_of(desk: Desk) -> Names:
    world = desk.world
    return Names(
        events={str(event.id): event for event in desk.drafts.events()},
        dictionaries=world.dictionaries,
        programmes=world.catalogue.network.programmes,
        rules=world.rules.broadcasts,
    )
