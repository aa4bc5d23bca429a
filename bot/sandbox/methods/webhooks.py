"""setWebhook, deleteWebhook, getWebhookInfo."""

import re

from bot.sandbox.answers import Answer
from bot.sandbox.calls import Call
from bot.sandbox.refusals import bad_request, too_many
from bot.sandbox.state import State
from bot.sandbox.webhook import Hook

SECRET = re.compile(r"[A-Za-z0-9_-]*")
URL = re.compile(r"(?i)https?://[^/?#\s]+\S*")
OTHER = "setWebhook request"


def set_webhook(state: State, call: Call) -> object:
    url = call.text("url").strip()
    if not url:
        return delete_webhook(state, call)
    if not state.webhook.may_be_set():
        raise too_many(1)
    hook = _hook(state, call, url)
    drop = call.flag("drop_pending_updates")
    same = state.webhook.hook == hook and not drop
    changed = state.updates.allow(call.decoded("allowed_updates", "can't parse allowed_updates"))
    if same and not changed:
        return Answer(result=True, description="Webhook is already set")
    if drop:
        state.updates.drop()
    state.poll.terminate(OTHER)
    state.webhook.set(hook)
    return Answer(result=True, description="Webhook was set")


def delete_webhook(state: State, call: Call) -> object:
    if call.flag("drop_pending_updates"):
        state.updates.drop()
    elif not state.webhook.url:
        return Answer(result=True, description="Webhook is already deleted")
    state.webhook.set(None)
    return Answer(result=True, description="Webhook was deleted")


def get_webhook_info(state: State, call: Call) -> object:
    info = state.webhook.info()
    info["pending_update_count"] = len(state.updates.pending())
    if state.updates.allowed:
        info["allowed_updates"] = state.updates.allowed
    return info


def _hook(state: State, call: Call, url: str) -> Hook:
    limits = state.limits
    secret = call.text("secret_token")
    if len(secret) > limits.secret_characters:
        raise bad_request("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if len(url) > 2048 or not URL.fullmatch(url):
        raise bad_request("invalid webhook URL specified")
    most = limits.webhook_connections_max
    return Hook(
        url=url,
        secret=secret,
        connections=call.between("max_connections", limits.webhook_connections, 1, most),
        certificate="certificate" in call.uploads,
        ip_address=call.text("ip_address"),
    )
