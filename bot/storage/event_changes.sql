-- name: add(event_id, before, now)!
INSERT INTO event_changes (event_id, before, made_at) VALUES (:event_id, :before, :now)
ON CONFLICT (event_id) DO NOTHING;

-- name: untold()
SELECT event_id, before FROM event_changes ORDER BY made_at, event_id LIMIT 200;

-- name: find(event_id)^
SELECT event_id, before FROM event_changes WHERE event_id = :event_id;

-- name: remove(event_id)!
DELETE FROM event_changes WHERE event_id = :event_id;
