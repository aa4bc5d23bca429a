"""How a row of the outbox travels: which method, which fields, and what the answer means."""

from typing import Any

from bot.channels.bot_api import Answer
from bot.domain.outbox import ButtonBody, Outcome, Queued, Report

UNKNOWN_PAUSE = 1.0  # seconds; for a 429 that does not say how long
# What the server says when a message can no longer be edited, so that a new one is due.
GONE = (
    "message to edit not found",
    "message can't be edited",
    "no text in the message to edit",
    "MESSAGE_ID_INVALID",
)
NOT_PAID = "FLOODSKIP_NOT_ALLOWED"  # above the free rate, and no Stars are left for that
NOTHING_LEFT_TO_DO = ("message is not modified", "message to delete not found")


def text_fields(row: Queued) -> dict[str, Any]:
    return {
        **_addressed(row),
        "text": row.body["text"],
        "link_preview_options": {"is_disabled": True},
    }


def caption_fields(row: Queued) -> dict[str, Any]:
    """For a picture or a file, which stands above its text."""
    text = row.body["text"]
    return {**_addressed(row), "caption": text} if text else _addressed(row)


def _addressed(row: Queued) -> dict[str, Any]:
    fields: dict[str, Any] = {"chat_id": int(row.chat), "parse_mode": "HTML"}
    if row.paid:
        fields["allow_paid_broadcast"] = True
    if row.body["rows"]:
        keyboard = [[_button(button) for button in buttons] for buttons in row.body["rows"]]
        fields["reply_markup"] = {"inline_keyboard": keyboard}
    return fields


def _button(button: ButtonBody) -> dict[str, str]:
    if "url" in button:
        return {"text": button["label"], "url": button["url"]}
    return {"text": button["label"], "callback_data": button["data"]}


def is_gone(report: Report) -> bool:
    said = report.error or ""
    return report.outcome is Outcome.NOT_SENT_FINAL and any(reason in said for reason in GONE)


def report_of(answer: Answer) -> Report:
    """Raises nothing: whatever came back means something."""
    said = answer.description
    if answer.ok:
        return Report(outcome=Outcome.SENT, message=_message_id(answer.body.get("result")))
    if answer.status == 429:
        wait = answer.retry_after or UNKNOWN_PAUSE
        return Report(outcome=Outcome.NOT_SENT_RETRY, retry_after=wait, error=said)
    if NOT_PAID in said:
        return Report(outcome=Outcome.NOT_SENT_RETRY, unpaid=True, error=said)
    if answer.migrated_to is not None:
        return Report(outcome=Outcome.MOVED, chat=str(answer.migrated_to), error=said)
    return Report(outcome=_outcome(answer), error=said)


def _outcome(answer: Answer) -> Outcome:
    refused = 300 <= answer.status < 500
    if refused and (not answer.body or answer.status in (401, 404, 409)):
        return Outcome.NOT_SENT_RETRY  # a proxy or a revoked token; the message is not to blame
    if any(reason in answer.description for reason in NOTHING_LEFT_TO_DO):
        return Outcome.SENT
    if answer.status == 403:
        return Outcome.CHAT_CLOSED
    return Outcome.NOT_SENT_FINAL if refused else Outcome.AMBIGUOUS


def _message_id(result: object) -> str | None:
    return str(result["message_id"]) if isinstance(result, dict) else None
