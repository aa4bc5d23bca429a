-- name: close(channel, chat, reason, now)!
INSERT INTO chats (channel, chat, closed_at, reason) VALUES (:channel, :chat, :now, :reason)
ON CONFLICT (channel, chat) DO UPDATE
SET closed_at = excluded.closed_at, reason = excluded.reason;

-- name: reopen(channel, chat)!
DELETE FROM chats WHERE channel = :channel AND chat = :chat;

-- name: closed(channel, chat)^
SELECT closed_at, reason FROM chats WHERE channel = :channel AND chat = :chat;
