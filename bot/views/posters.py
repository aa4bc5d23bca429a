"""A page for the wall: an event, and a code that leads to it."""

from bot.domain.events import Event
from bot.drawings import as_recipe
from bot.drawings.poster import Fact, Poster
from bot.texts import Texts
from bot.views.events import (
    Setting,
    ShowEvent,
    for_whom,
    link,
    named,
    title,
    type_name,
    when,
    where,
)
from bot.views.nav import menu
from bot.views.screen import Attachment, Button, Screen


def shown(event: Event, of: Setting, bot_name: str, t: Texts) -> Screen:
    poster = as_recipe(_poster(event, of, link(event, bot_name), t))
    return Screen(
        text=t("posters-text", title=title(event, t)),
        attachment=Attachment(name=f"{event.slug}.pdf", recipe=poster),
        nav=(Button(t.plain("participations-card"), ShowEvent(event=event.id), ""), menu(t)),
    )


def _poster(event: Event, of: Setting, url: str, t: Texts) -> Poster:
    known = [of.partners[c] for c in (event.organiser, *event.co_organisers) if c in of.partners]
    place = ", ".join(part for part in (where(event, of, t), event.place) if part)
    facts = {
        "when": when(event, of.zone, t),
        "where": place,
        "for": ", ".join(for_whom(event, t)),
        "bring": event.bring,
    }
    return Poster(
        heading=type_name(event.type, t),
        title=title(event, t),
        facts=tuple(
            Fact(label=t.plain(f"posters-{name}"), text=said)
            for name, said in facts.items()
            if said
        ),
        ask=t.plain("posters-ask"),
        link=url,
        organiser=t.plain("events-organiser", named=", ".join(named(p, t) for p in known)),
        age_mark=f"{event.age_mark}+",
        language="en" if t.language == "en" else "ru",
    )
