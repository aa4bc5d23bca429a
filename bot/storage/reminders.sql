-- name: add(event_id, participation_id, rule, version, due_at, state, reason)!
INSERT INTO reminders (event_id, participation_id, rule, version, due_at, state, reason)
VALUES (:event_id, :participation_id, :rule, :version, :due_at, :state, :reason)
ON CONFLICT (participation_id, version, rule) DO NOTHING;

-- name: unplanned(now)
-- Registrations for what is to come that have no plan for the event as it is now.
SELECT p.id AS id FROM participations AS p JOIN events AS e ON e.id = p.event_id
WHERE p.state = 'registered' AND p.person_id IS NOT NULL
  AND e.state IN ('published', 'closed') AND e.ends_at > :now
  AND NOT EXISTS (
    SELECT 1 FROM reminders AS r WHERE r.participation_id = p.id AND r.version = e.version
  )
ORDER BY p.id LIMIT 500;

-- name: of_participation(participation_id)
SELECT r.id, r.event_id, r.participation_id, p.person_id, r.rule, r.version, r.due_at, r.state,
       r.reason
FROM reminders AS r JOIN participations AS p ON p.id = r.participation_id
WHERE r.participation_id = :participation_id ORDER BY r.due_at, r.id;

-- name: due(now)
SELECT r.id, r.event_id, r.participation_id, p.person_id, r.rule, r.version, r.due_at, r.state,
       r.reason
FROM reminders AS r JOIN participations AS p ON p.id = r.participation_id
WHERE r.state = 'planned' AND r.due_at <= :now ORDER BY r.due_at, r.id LIMIT 500;

-- name: planned_for(person_id, until)
SELECT r.id, r.event_id, r.participation_id, p.person_id, r.rule, r.version, r.due_at, r.state,
       r.reason
FROM participations AS p JOIN reminders AS r ON r.participation_id = p.id
WHERE p.person_id = :person_id AND r.state = 'planned' AND r.due_at <= :until
ORDER BY r.due_at, r.id;

-- name: become(id, state, reason)!
UPDATE reminders SET state = :state, reason = :reason WHERE id = :id;

-- name: drop_planned(participation_id)!
DELETE FROM reminders WHERE participation_id = :participation_id AND state = 'planned';

-- name: settled()
-- What the outbox knows by now of what was handed to it.
SELECT r.id AS id, o.state AS state, o.error AS error
FROM reminders AS r LEFT JOIN outbox AS o
  ON o.dedupe_key = 'remind:' || CAST(r.participation_id AS TEXT) || ':'
                    || CAST(r.version AS TEXT) || ':' || r.rule
WHERE r.state = 'queued' AND (o.state IS NULL OR o.state NOT IN ('queued', 'sending'))
LIMIT 1000;

-- name: ledger(event_id)
SELECT rule, state, reason, count(*) AS count FROM reminders
WHERE event_id = :event_id GROUP BY rule, state, reason ORDER BY rule, state, reason;

-- name: put_wishes(person_id, lead_times)!
INSERT INTO reminder_wishes (person_id, lead_times) VALUES (:person_id, :lead_times)
ON CONFLICT (person_id) DO UPDATE SET lead_times = excluded.lead_times;

-- name: drop_wishes(person_id)!
DELETE FROM reminder_wishes WHERE person_id = :person_id;

-- name: wishes(person_id)^
SELECT lead_times FROM reminder_wishes WHERE person_id = :person_id;

-- name: put_feedback(participation_id, stars, remark, now)!
INSERT INTO feedback (participation_id, stars, remark, given_at)
VALUES (:participation_id, :stars, :remark, :now)
ON CONFLICT (participation_id) DO UPDATE
SET stars = excluded.stars, remark = excluded.remark, given_at = excluded.given_at;

-- name: feedback_on(event_id)
SELECT f.stars AS stars, f.remark AS remark, count(*) AS count
FROM feedback AS f JOIN participations AS p ON p.id = f.participation_id
WHERE p.event_id = :event_id GROUP BY f.stars, f.remark ORDER BY f.stars DESC, f.remark;
