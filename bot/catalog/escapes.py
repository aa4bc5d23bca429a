"""A text in a CSV file must not become a formula when a spreadsheet opens the file.

An apostrophe before it keeps it a text (OWASP ASVS 5.0, 1.2.10). Reading takes it off again.
"""

import re

_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED = re.compile(r"'+[=+\-@\t\r]")


def is_dangerous(text: str) -> bool:
    """Whether a spreadsheet might calculate it, or would take an apostrophe of its own for ours."""
    return _DANGEROUS.match(text) is not None


def escaped(text: str) -> str:
    return "'" + text if is_dangerous(text) else text


def unescaped(text: str) -> str:
    """What `escaped` was given. Texts that need no apostrophe keep one that they have."""
    return text[1:] if _ESCAPED.match(text) else text
