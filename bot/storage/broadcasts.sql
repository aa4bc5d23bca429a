-- name: add(topic, state, author, content, segment, now)^
INSERT INTO broadcasts (topic, state, version, author, content, segment, created_at)
VALUES (:topic, :state, 1, :author, :content, :segment, :now)
RETURNING id;

-- name: find(id)^
SELECT id, topic, state, version, author, approver, content, segment, starts_at, paid,
       paid_messages, position, looked_through, reached, excluded, failures, error, tally, shown,
       created_at, submitted_at, started_at, ended_at
FROM broadcasts WHERE id = :id;

-- name: in_state(state)
SELECT id, topic, state, version, author, approver, content, segment, starts_at, paid,
       paid_messages, position, looked_through, reached, excluded, failures, error, tally, shown,
       created_at, submitted_at, started_at, ended_at
FROM broadcasts WHERE state = :state ORDER BY id;

-- name: stopping()
SELECT id, topic, state, version, author, approver, content, segment, starts_at, paid,
       paid_messages, position, looked_through, reached, excluded, failures, error, tally, shown,
       created_at, submitted_at, started_at, ended_at
FROM broadcasts WHERE state = 'stopped' AND tally IS NULL ORDER BY id;

-- name: newest(limit, offset)
SELECT id, topic, state, version, author, approver, content, segment, starts_at, paid,
       paid_messages, position, looked_through, reached, excluded, failures, error, tally, shown,
       created_at, submitted_at, started_at, ended_at
FROM broadcasts ORDER BY id DESC LIMIT :limit OFFSET :offset;

-- name: count()^
SELECT count(*) AS count FROM broadcasts;

-- name: at_work()
SELECT id, paid, paid_messages FROM broadcasts WHERE state = 'running' ORDER BY id;

-- name: with_old_rows(before)
SELECT id FROM broadcasts
WHERE ended_at < :before AND EXISTS (SELECT 1 FROM outbox WHERE outbox.batch = broadcasts.id)
ORDER BY id LIMIT 5;

-- name: save(id, version, approver, content, segment, starts_at, paid)!
UPDATE broadcasts
SET version = :version, approver = :approver, content = :content, segment = :segment,
    starts_at = :starts_at, paid = :paid
WHERE id = :id;

-- name: show(id, shown)!
UPDATE broadcasts SET shown = :shown WHERE id = :id;

-- name: look_through(id, position, looked_through, reached, excluded)!
UPDATE broadcasts
SET position = :position, looked_through = :looked_through, reached = :reached,
    excluded = :excluded
WHERE id = :id;

-- name: move(id, before, after, failures, error, tally, submitted_at, started_at, ended_at)!
UPDATE broadcasts
SET state = :after, failures = :failures, error = :error, tally = :tally,
    submitted_at = :submitted_at, started_at = :started_at, ended_at = :ended_at
WHERE id = :id AND state = :before;

-- name: failed(id)^
UPDATE broadcasts SET failures = failures + 1 WHERE id = :id RETURNING failures;

-- name: arrived(id)!
UPDATE broadcasts SET failures = 0 WHERE id = :id AND failures > 0;

-- name: add_paid(id, count)!
UPDATE broadcasts SET paid_messages = paid_messages + :count WHERE id = :id;

-- name: stop_paying(id)!
UPDATE broadcasts SET paid = 0 WHERE id = :id;

-- name: discard(id)!
DELETE FROM broadcasts WHERE id = :id AND state = 'draft';

-- name: put_segment(name, criteria)!
INSERT INTO segments (name, criteria) VALUES (:name, :criteria)
ON CONFLICT (name) DO UPDATE SET criteria = excluded.criteria;

-- name: segments()
SELECT id, name, criteria FROM segments ORDER BY name;

-- name: remove_segment(id)!
DELETE FROM segments WHERE id = :id;
