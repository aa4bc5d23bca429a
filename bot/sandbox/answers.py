"""What a method gives back."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A result with more to it than its value; most methods return the bare value."""

    result: object
    description: str | None = None
    injected: bool = False  # it is as it is because of a fault
