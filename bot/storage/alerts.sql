-- name: begin(name, now)!
INSERT INTO alerts (name, since) VALUES (:name, :now) ON CONFLICT (name) DO NOTHING;

-- name: end(name)^
DELETE FROM alerts WHERE name = :name RETURNING since;

-- name: oldest_reply()^
SELECT id FROM outbox WHERE state = 'queued' AND batch IS NULL AND lane = 0 ORDER BY id LIMIT 1;

-- name: failed(since)^
SELECT count(*) AS count FROM outbox WHERE state = 'failed' AND batch IS NULL AND settled_at > :since;
