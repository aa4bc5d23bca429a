from collections.abc import AsyncIterator

import pytest

from bot.sandbox.limits import Limits
from tests.sandbox.wire import Wire, wired


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    """At limits that hinder nobody."""
    async with wired(Limits.raised()) as wire:
        yield wire


@pytest.fixture
async def real() -> AsyncIterator[Wire]:
    """At the limits of the real service."""
    async with wired(Limits()) as wire:
        yield wire
