"""Refusals a person can see. Each names its text; nobody below the views knows a language."""

from typing import ClassVar


class Refusal(Exception):
    """The request was understood and declined. The reason is shown to the person."""

    text: ClassVar[str]

    def __init__(self, **params: object) -> None:
        super().__init__(self.text, params)
        self.params = params


class NotFound(Refusal):
    text = "error-not-found"


class NotUnderstood(Refusal):
    text = "error-not-understood"


class StaleButton(Refusal):
    """Drawn by an older version of the bot, or for somebody else."""

    text = "error-stale-button"


class NotPermitted(Refusal):
    text = "error-not-permitted"
