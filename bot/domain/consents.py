"""What people agreed to: one consent for each purpose (152-ФЗ art. 9; separate since 1.09.2025)."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256


@dataclass(frozen=True, kw_only=True)
class Consent:
    purpose: str
    version: str
    text_hash: str  # SHA-256 of the text that was shown
    given_at: datetime
    withdrawn_at: datetime | None = None


SERVICE = "service"


def hashed(text: str) -> str:
    return sha256(text.encode()).hexdigest()
