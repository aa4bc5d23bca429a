"""getMe, getChat, getChatMember."""

from bot.sandbox.calls import Call
from bot.sandbox.refusals import bad_request
from bot.sandbox.state import State

ABILITIES = {
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": True,
    "can_connect_to_business": False,
    "has_main_web_app": False,
}
GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)


def get_me(state: State, call: Call) -> object:
    return {**state.bot, **ABILITIES}


def get_chat(state: State, call: Call) -> object:
    chat = state.chat(call)
    return {
        **chat.person.chat(),
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, True),
    }


def get_chat_member(state: State, call: Call) -> object:
    chat = state.chat(call)
    user_id = call.integer("user_id")
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    user = state.user(user_id)
    if user is None:
        raise bad_request("user not found")
    if user_id not in (chat.id, state.bot["id"]):
        raise bad_request("member not found")
    return {"status": "member", "user": user}
