-- name: put(channel, dedupe_key, account, chat, kind, payload, language, message, received_at)^
INSERT INTO inbox (channel, dedupe_key, account, chat, kind, payload, language, message,
                   received_at)
VALUES (:channel, :dedupe_key, :account, :chat, :kind, :payload, :language, :message,
        :received_at)
ON CONFLICT (channel, dedupe_key) DO NOTHING
RETURNING id;

-- name: waiting()
SELECT id, channel, dedupe_key, account, chat, kind, payload, language, message, received_at
FROM inbox WHERE state = 'new' ORDER BY id;

-- name: finish(id)!
UPDATE inbox SET state = 'done' WHERE id = :id AND state = 'new';

-- name: fail(id, error, limit)^
UPDATE inbox
SET failures = failures + 1,
    error = :error,
    state = CASE WHEN failures + 1 >= :limit THEN 'dead' ELSE 'new' END
WHERE id = :id AND state = 'new'
RETURNING state;

-- name: set_aside()
SELECT id, kind, failures, error, received_at FROM inbox WHERE state = 'dead' ORDER BY id;

-- name: clear(id)!
UPDATE inbox SET state = 'done' WHERE id = :id AND state = 'dead';

-- name: move_cursor(channel, position, now)!
INSERT INTO cursors (channel, position, moved_at) VALUES (:channel, :position, :now)
ON CONFLICT (channel) DO UPDATE SET position = excluded.position, moved_at = excluded.moved_at;

-- name: cursor(channel)^
SELECT position, moved_at FROM cursors WHERE channel = :channel;

-- name: empty_bodies(before)!
UPDATE inbox SET payload = '' WHERE state = 'done' AND received_at < :before AND payload <> '';

-- name: remove_old(before)!
DELETE FROM inbox WHERE state = 'done' AND received_at < :before;

-- name: forget_account(channel, account)!
UPDATE inbox SET account = 0, chat = '', payload = '', message = NULL, language = NULL
WHERE channel = :channel AND account = :account AND state <> 'new';
