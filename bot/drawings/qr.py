"""A QR code, large enough to be scanned from a screen."""

from dataclasses import dataclass
from io import BytesIO

import segno
from pydantic import ConfigDict, with_config

SCALE = 16  # px for each module
BORDER = 4  # modules, as ISO/IEC 18004 asks


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class Qr:
    """Give `content` in the caption too: not everybody can scan."""

    content: str


def png(qr: Qr) -> bytes:
    drawn = BytesIO()
    segno.make(qr.content, error="m", micro=False).save(
        drawn, kind="png", scale=SCALE, border=BORDER
    )
    return drawn.getvalue()
