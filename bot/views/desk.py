"""The staff desk: what each permission opens. A feature adds its line to DESK, and nothing else.

It stands apart from bot/views/staff.py so that the views of features can import that one.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.domain.consultations import Inbox
from bot.domain.staff import Permission
from bot.texts import Texts
from bot.views.announcements import ToAnnouncements
from bot.views.answering import ToInbox
from bot.views.audit import ToAudit
from bot.views.broadcasts.lists import ToBroadcasts
from bot.views.callbacks import Callback
from bot.views.catalogue import ToCatalogue
from bot.views.events import ShowEvents
from bot.views.screen import Button
from bot.views.staff import ToTeam, ToTrouble


@dataclass(frozen=True)
class Entry:
    permission: Permission
    label: str  # the text's id
    action: Callback


DESK: tuple[Entry, ...] = (
    Entry(
        Permission.ANSWER_CONSULTATIONS, "staff-desk-consultations", ToInbox(inbox=Inbox.WAITING)
    ),
    Entry(Permission.SEND_BROADCASTS, "staff-desk-broadcasts", ToBroadcasts()),
    Entry(Permission.KEEP_CATALOGUE, "catalogue-open", ToCatalogue()),
    Entry(Permission.PROPOSE_EVENTS, "staff-desk-events", ToAnnouncements()),
    Entry(Permission.SEE_TROUBLE, "staff-desk-trouble", ToTrouble()),
    Entry(Permission.INVITE, "staff-desk-team", ToTeam()),
    Entry(Permission.SEE_AUDIT, "staff-desk-audit", ToAudit()),
    Entry(Permission.BRING_CLASS, "staff-desk-bring", ShowEvents()),
)


def open_to(permissions: Collection[Permission], t: Texts) -> Sequence[Button]:
    """What a person with these permissions finds on the desk."""
    return [
        Button(t.plain(entry.label), entry.action)
        for entry in DESK
        if entry.permission in permissions
    ]
