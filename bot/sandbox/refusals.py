"""What the Bot API says when it refuses a call."""


class Refused(Exception):
    """An error answer: the HTTP status, the description and, for a 429, the seconds to wait.

    `held_s` is how long the server keeps it back.
    """

    def __init__(
        self, code: int, description: str, retry_after: int | None = None, held_s: float = 0.0
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.held_s = held_s

    def body(self) -> dict[str, object]:
        body: dict[str, object] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(said: str) -> Refused:
    return Refused(400, f"Bad Request: {_lowered(said)}")


def forbidden(said: str) -> Refused:
    return Refused(403, f"Forbidden: {_lowered(said)}")


def conflict(said: str) -> Refused:
    return Refused(409, f"Conflict: {said}")


def too_many(seconds: int, held_s: float = 0.0) -> Refused:
    return Refused(429, f"Too Many Requests: retry after {seconds}", seconds, held_s)


def _lowered(said: str) -> str:
    """The server's own rule: NAMES_LIKE_THIS stay, everything else begins with a small letter."""
    if len(said) >= 2 and (said[1] == "_" or "A" <= said[1] <= "Z"):
        return said
    return said[:1].lower() + said[1:]
