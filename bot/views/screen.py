"""A message as the bot means it. The channel decides how it travels."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.dialogs import Option
from bot.domain.files import KeptFile
from bot.domain.outbox import Body, ButtonBody
from bot.texts import Html
from bot.views.callbacks import Callback, Seal

MAX_LABEL = 40


@dataclass(frozen=True)
class Button:
    """`key` is what may be typed instead of pressing; the label shows it. None: the number."""

    label: str
    action: Callback | str  # a str is a link to open
    key: str | None = None


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A picture or a file, as the recipe from which bot/drawings makes it."""

    name: str
    recipe: dict[str, Any]
    photo: bool = False


@dataclass(frozen=True, kw_only=True)
class Screen:
    """Text, up to five choices one below the other, and one last row for finding one's way."""

    text: Html
    choices: Sequence[Button] = ()
    nav: Sequence[Button] = ()
    attachment: Attachment | KeptFile | None = None
    anew: bool = False  # stands below what was pressed, which stays as it is
    expects: Callback | None = None  # what the next typed message answers; None: nothing
    hides_typed: bool = False  # takes the message that was typed out of the chat
    secret: bool = False  # what it says is not kept once it is sent

    @property
    def numbered(self) -> list[Button]:
        """The choices with what can be typed for each."""
        return [_numbered(n, button) for n, button in enumerate(self.choices, start=1)]


def added(screen: Screen, notes: Sequence[Html], more: Sequence[Button] = ()) -> Screen:
    """The screen with further lines below its text, and further choices."""
    text = Html("\n\n".join([screen.text, *notes]))
    return replace(screen, text=text, choices=[*screen.choices, *more])


def _numbered(number: int, button: Button) -> Button:
    if button.key is not None:
        return button
    return Button(f"{number}. {button.label}", button.action, str(number))


def drawn(screen: Screen, seal: Seal, address: str) -> Body:
    """The same for every channel, with buttons that only this person can press."""
    rows = [[_button(b, seal, address)] for b in screen.numbered]
    if screen.nav:
        rows.append([_button(b, seal, address) for b in screen.nav])
    body = Body(text=screen.text, rows=rows)
    if screen.secret:
        body["forgets"] = True
    if isinstance(screen.attachment, KeptFile):
        body["file"] = {"photo": screen.attachment.photo, "id": screen.attachment.id}
    elif screen.attachment is not None:
        body["attachment"] = {
            "photo": screen.attachment.photo,
            "name": screen.attachment.name,
            "recipe": screen.attachment.recipe,
        }
    return body


def _button(button: Button, seal: Seal, address: str) -> ButtonBody:
    label = shortened(button.label)
    if isinstance(button.action, str):
        return ButtonBody(label=label, url=button.action)
    return ButtonBody(label=label, data=seal.close(address, button.action))


def shortened(label: str, limit: int = MAX_LABEL) -> str:
    """A label that a weak phone shows whole."""
    return label if len(label) <= limit else label[: limit - 1].rstrip() + "…"


def options(screen: Screen) -> tuple[Option, ...]:
    """What can be typed instead of pressing."""
    return tuple(
        Option(key=(b.key or "").casefold(), label=b.label.casefold(), action=b.action.pack())
        for b in [*screen.numbered, *screen.nav]
        if isinstance(b.action, Callback)
    )
