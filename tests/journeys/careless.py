"""python -m tests.journeys.careless run …: the bot with one guard of its mailings taken out.

What was on the wire when it died goes again.
"""

import sys
from types import SimpleNamespace

from bot.cli import main
from bot.domain.outbox import Policy
from bot.services.broadcasts import gathering

if __name__ == "__main__":
    again = SimpleNamespace(AT_MOST_ONCE=Policy.AT_LEAST_ONCE)
    vars(gathering)["Policy"] = again
    sys.exit(main())
