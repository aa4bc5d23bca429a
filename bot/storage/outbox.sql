-- name: put(dedupe_key, channel, chat, lane, policy, body, edits, not_before, expires_at, batch, person)*!
INSERT INTO outbox (dedupe_key, channel, chat, lane, policy, body, edits, not_before, expires_at,
                    batch, person)
VALUES (:dedupe_key, :channel, :chat, :lane, :policy, :body, :edits, :not_before, :expires_at,
        :batch, :person)
ON CONFLICT (dedupe_key) DO NOTHING;

-- name: due(lane, now, limit)
-- The first row of every chat that has nothing on the wire in this lane or a better one, so a newer
-- screen cannot be overwritten by an older one that is being retried, and a person's answer does not
-- wait for a mailing that hangs. One lane at a time: only then the index gives them in order without
-- a walk past everything that is scheduled for later.
SELECT id, dedupe_key, channel, chat, lane, policy, body, edits, not_before, expires_at, batch,
       person, attempts + 1 AS attempts, ambiguous, interrupted
FROM outbox AS mine
WHERE state = 'queued' AND batch IS NULL AND lane = :lane AND not_before <= :now
  AND (expires_at IS NULL OR expires_at > :now)
  AND NOT EXISTS (
    SELECT 1 FROM outbox AS other
    WHERE other.channel = mine.channel AND other.chat = mine.chat AND other.lane <= mine.lane
      AND other.state IN ('queued', 'sending')
      AND (other.state = 'sending'
           OR (other.batch IS NULL AND (other.lane < mine.lane OR other.id < mine.id)
               AND (other.not_before <= :now OR other.attempts > 0)))
)
ORDER BY not_before, id
LIMIT :limit;

-- name: due_of_batch(batch, now, limit)
-- The same of one mailing. A row of another one is in the way only on the wire: that mailing may be
-- paused for days.
SELECT id, dedupe_key, channel, chat, lane, policy, body, edits, not_before, expires_at, batch,
       person, attempts + 1 AS attempts, ambiguous, interrupted
FROM outbox AS mine
WHERE state = 'queued' AND batch = :batch AND not_before <= :now
  AND NOT EXISTS (
    SELECT 1 FROM outbox AS other
    WHERE other.channel = mine.channel AND other.chat = mine.chat AND other.lane <= mine.lane
      AND other.state IN ('queued', 'sending')
      AND (other.state = 'sending'
           OR (other.batch IS NULL AND other.lane < mine.lane
               AND (other.not_before <= :now OR other.attempts > 0)))
)
ORDER BY not_before, id
LIMIT :limit;

-- name: start(id)!
UPDATE outbox SET state = 'sending', attempts = attempts + 1 WHERE id = :id AND state = 'queued';

-- name: first_expired(now)^
SELECT id FROM outbox
WHERE state = 'queued' AND expires_at IS NOT NULL AND expires_at <= :now LIMIT 1;

-- name: expire(now, portion)!
UPDATE outbox
SET state = CASE WHEN ambiguous + interrupted > 0 THEN 'unknown' ELSE 'skipped' END,
    error = 'expired', settled_at = :now
WHERE id IN (
    SELECT id FROM outbox
    WHERE state = 'queued' AND expires_at IS NOT NULL AND expires_at <= :now LIMIT :portion
);

-- name: skip(id, error, now)!
UPDATE outbox SET state = 'skipped', error = :error, settled_at = :now
WHERE id = :id AND state = 'queued';

-- name: skip_batch(batch, error, now, portion)!
UPDATE outbox
SET state = CASE WHEN ambiguous + interrupted > 0 THEN 'unknown' ELSE 'skipped' END,
    error = :error, settled_at = :now
WHERE id IN (
    SELECT id FROM outbox WHERE batch = :batch AND state = 'queued' LIMIT :portion
);

-- name: interrupted()
SELECT id, dedupe_key, channel, chat, lane, policy, body, edits, not_before, expires_at, batch,
       person, attempts, ambiguous, interrupted
FROM outbox WHERE state = 'sending';

-- name: record(id, state, message, error, not_before, settled_at, ambiguous, interrupted)!
UPDATE outbox
SET state = :state, message = :message, error = :error, not_before = :not_before,
    settled_at = :settled_at, ambiguous = ambiguous + :ambiguous,
    interrupted = interrupted + :interrupted
WHERE id = :id AND state = 'sending';

-- name: skip_chat(channel, chat, error, now)!
-- The wider condition on the state is the one that outbox_per_chat serves.
UPDATE outbox
SET state = CASE WHEN ambiguous + interrupted > 0 THEN 'unknown' ELSE 'skipped' END,
    error = :error, settled_at = :now
WHERE channel = :channel AND chat = :chat
  AND state IN ('queued', 'sending') AND state = 'queued';

-- name: move_chat(channel, chat, new_chat)!
UPDATE outbox SET chat = :new_chat
WHERE channel = :channel AND chat = :chat AND state IN ('queued', 'sending');

-- name: of_key(dedupe_key)^
SELECT state, message FROM outbox WHERE dedupe_key = :dedupe_key;

-- name: counts()
SELECT state, count(*) AS count FROM outbox GROUP BY state;

-- name: counts_of_batch(batch)
SELECT state, count(*) AS count FROM outbox WHERE batch = :batch GROUP BY state;

-- name: tally(batch)
SELECT state, CASE WHEN state = 'skipped' THEN error END AS error, count(*) AS count
FROM outbox WHERE batch = :batch
GROUP BY state, CASE WHEN state = 'skipped' THEN error END;

-- name: is_under_way(batch)^
SELECT id FROM outbox WHERE batch = :batch AND state IN ('queued', 'sending') LIMIT 1;

-- name: unknown_people(batch)
SELECT person FROM outbox WHERE batch = :batch AND state = 'unknown' AND person IS NOT NULL;

-- name: every_one(batch, limit)
SELECT person, state, error, settled_at FROM outbox WHERE batch = :batch
ORDER BY CASE state WHEN 'unknown' THEN 0 WHEN 'failed' THEN 1 WHEN 'skipped' THEN 2 ELSE 3 END, id
LIMIT :limit;

-- name: empty_bodies(before, portion)!
UPDATE outbox SET body = ''
WHERE id IN (
    SELECT id FROM outbox WHERE settled_at < :before AND body <> '' LIMIT :portion
);

-- name: remove_old(before, portion)!
-- Rows of a mailing stay as long as its report needs them.
DELETE FROM outbox WHERE id IN (
    SELECT id FROM outbox WHERE settled_at < :before AND batch IS NULL LIMIT :portion
);

-- name: remove_batch(batch, portion)!
DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE batch = :batch LIMIT :portion);

-- name: forget_chat(channel, chat, now)!
UPDATE outbox
SET chat = '', body = '', edits = NULL, message = NULL, person = NULL,
    state = CASE WHEN state = 'queued' THEN 'skipped' ELSE state END,
    error = CASE WHEN state = 'queued' THEN 'forgotten' ELSE error END,
    settled_at = CASE WHEN state = 'queued' THEN :now ELSE settled_at END
WHERE channel = :channel AND chat = :chat AND state <> 'sending';

-- name: forget_row(id)!
UPDATE outbox SET chat = '', body = '', edits = NULL, message = NULL, person = NULL WHERE id = :id;
