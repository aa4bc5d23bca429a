"""Every figure of the Bot API that the sandbox keeps to. The real ones are the defaults.

Documented or read in the server's source, but for the rates and the sizes of keyboards, which
differ from bot to bot: those are what people have observed.
"""

from dataclasses import dataclass, replace

KIB = 1024
MIB = 1024 * KIB
HOUR = 3600.0
DAY = 24 * HOUR
NEVER = 1e9


@dataclass(frozen=True, kw_only=True)
class Limits:
    # Rates: messages a second, and how many may come in one burst
    chat_rate: float = 1.0
    chat_burst: float = 5.0
    overall_rate: float = 30.0
    overall_burst: float = 30.0
    paid_rate: float = 1000.0
    stars: float = 0.0  # what the bot owns; a paid message costs 0.1
    unsent_in_chat: int = 310
    unsent_hold_s: float = 3.0
    unsent_retry_s: int = 60
    same_upload_bytes: int = 100_000
    same_upload_backlog_s: float = 5.0

    # Texts and keyboards
    text_characters: int = 4096
    text_bytes: int = 32768
    caption_characters: int = 1024
    entities: int = 100
    callback_data_bytes: int = 64
    callback_text_characters: int = 200
    inline_buttons: int = 100
    inline_buttons_in_row: int = 8
    inline_markup_bytes: int = 10_000
    reply_buttons: int = 300
    reply_buttons_in_row: int = 12
    start_payload_characters: int = 64

    # Files
    upload_bytes: int = 50 * MIB
    photo_bytes: int = 10 * MIB
    photo_sides: int = 10_000  # width + height
    photo_ratio: int = 20
    download_bytes: int = 20 * MIB
    file_link_s: float = HOUR

    # Albums, polls, commands, inline answers
    album_min: int = 2
    album_max: int = 10
    poll_question_characters: int = 300
    poll_options: int = 12
    poll_option_characters: int = 100
    poll_open_min_s: int = 5
    poll_open_max_s: int = 2_628_000
    commands: int = 100
    command_characters: int = 32
    command_description_characters: int = 256
    inline_results: int = 50
    inline_query_characters: int = 256
    messages_deleted_at_once: int = 100

    # How long things last
    message_update_s: float = DAY
    callback_update_s: float = 150.0
    inline_update_s: float = 30.0
    delete_s: float = 48 * HOUR
    chat_action_s: float = 5.0

    # getUpdates
    poll_timeout_s: int = 50
    updates_at_once: int = 100
    updates_bytes: int = 4 * MIB
    same_offset_wait_s: float = 3.0
    same_offset_one_s: float = 0.5
    conflict_pause_s: float = 3.0

    # Webhooks
    set_webhook_s: float = 1.0
    secret_characters: int = 256
    webhook_connections: int = 40
    webhook_connections_max: int = 100
    webhook_answer_s: float = 60.0
    webhook_retry_s: float = 2.0
    webhook_retry_max_s: float = 60.0  # up to twice that, by chance
    webhook_retry_after_max_s: float = HOUR
    webhook_gone_s: float = 23 * HOUR

    @classmethod
    def raised(cls) -> "Limits":
        """For suites: no rates, and nothing that makes a hurried caller wait."""
        return replace(
            cls(),
            chat_rate=NEVER,
            chat_burst=NEVER,
            overall_rate=NEVER,
            overall_burst=NEVER,
            same_upload_bytes=int(NEVER),
            same_offset_wait_s=0.0,
            same_offset_one_s=0.0,
            conflict_pause_s=0.0,
            set_webhook_s=0.0,
        )
