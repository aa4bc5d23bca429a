"""Refusals that a person sees in the chat, and what whoever runs the program has to mend."""

from typing import ClassVar


class NeedsMending(Exception):
    """Settings, data or surroundings keep the program from working.

    The message is one sentence for whoever runs it: what is wrong, and what to do.
    """


class Refusal(Exception):
    """The request was understood and declined. The reason is shown to the person.

    Each kind names its text; nobody below the views knows a language.
    """

    text: ClassVar[str]

    def __init__(self, **params: object) -> None:
        super().__init__(self.text, params)
        self.params = params


class NotFound(Refusal):
    text = "error-not-found"


class NotUnderstood(Refusal):
    text = "error-not-understood"


class NoSuchNumber(Refusal):
    """A digit that stands on no button of the screen shown last."""

    text = "error-no-such-number"


class StaleButton(Refusal):
    """Drawn by an older version of the bot, or for somebody else."""

    text = "error-stale-button"


class NotPermitted(Refusal):
    text = "error-not-permitted"
