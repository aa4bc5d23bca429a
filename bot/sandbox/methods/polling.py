"""getUpdates."""

import orjson

from bot.sandbox.answers import Answer
from bot.sandbox.calls import Call
from bot.sandbox.refusals import conflict
from bot.sandbox.state import State

WEBHOOK = (
    "can't use getUpdates method while webhook is active;"
    " use deleteWebhook to delete the webhook first"
)
OTHER = "other getUpdates request; make sure that only one bot instance is running"


async def get_updates(state: State, call: Call) -> object:
    if state.webhook.url:
        await state.poll.refuse(conflict(WEBHOOK))
    offset = call.integer("offset")
    limit = call.between("limit", 100, 1, state.limits.updates_at_once)
    timeout = call.between("timeout", 0, 0, state.limits.poll_timeout_s)
    state.updates.allow(call.decoded("allowed_updates", "can't parse allowed_updates"))
    limit, seconds = state.poll.hurried(offset, limit, timeout)
    state.poll.terminate(OTHER)
    state.updates.confirm(offset)
    ready = state.updates.ready(limit)
    if not ready and seconds > 0:
        await state.poll.wait(seconds)
        ready = state.updates.ready(limit)
    bodies = [orjson.Fragment(update.body) for update in ready]
    return Answer(result=bodies, injected=any(update.repeated for update in ready))
