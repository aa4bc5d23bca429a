"""What the parsers of marked-up text share."""


class Unparsable(Exception):
    """Why the text is no valid markup; said to the caller after «can't parse entities: »."""
