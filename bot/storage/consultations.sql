-- name: add(person_id, topic, state, now)^
INSERT INTO consultations (person_id, topic, state, asked_at, waiting_since)
VALUES (:person_id, :topic, :state, :now, :now)
RETURNING id, person_id, topic, state, asked_at, owner, waiting_since, reminded_at, escalated_at;

-- name: find(id)^
SELECT id, person_id, topic, state, asked_at, owner, waiting_since, reminded_at, escalated_at
FROM consultations WHERE id = :id;

-- name: of_person(person_id)
SELECT id, person_id, topic, state, asked_at, owner, waiting_since, reminded_at, escalated_at
FROM consultations WHERE person_id = :person_id ORDER BY id DESC;

-- name: waiting(limit, skip)
SELECT id, person_id, topic, state, asked_at, owner, waiting_since, reminded_at, escalated_at
FROM consultations WHERE waiting_since IS NOT NULL AND state = 'new'
ORDER BY waiting_since, id LIMIT :limit OFFSET :skip;

-- name: owned(owner, limit, skip)
SELECT id, person_id, topic, state, asked_at, owner, waiting_since, reminded_at, escalated_at
FROM consultations WHERE owner = :owner AND state <> 'closed'
ORDER BY waiting_since IS NULL, waiting_since, id LIMIT :limit OFFSET :skip;

-- name: every(limit, skip)
-- First those who wait, longest first; then the newest.
SELECT id, person_id, topic, state, asked_at, owner, waiting_since, reminded_at, escalated_at
FROM consultations
ORDER BY waiting_since IS NULL, waiting_since, id DESC LIMIT :limit OFFSET :skip;

-- name: count_waiting()^
SELECT count(*) AS count FROM consultations WHERE waiting_since IS NOT NULL AND state = 'new';

-- name: count_owned(owner)^
SELECT count(*) AS count FROM consultations WHERE owner = :owner AND state <> 'closed';

-- name: count_every()^
SELECT count(*) AS count FROM consultations;

-- name: move(id, before, state, owner, waiting_since)^
UPDATE consultations
SET state = :state, owner = :owner, waiting_since = :waiting_since,
    reminded_at = CASE WHEN waiting_since = :waiting_since THEN reminded_at END,
    escalated_at = CASE WHEN waiting_since = :waiting_since THEN escalated_at END
WHERE id = :id AND state = :before
RETURNING id, person_id, topic, state, asked_at, owner, waiting_since, reminded_at, escalated_at;

-- name: release_of(person_id)!
UPDATE consultations
SET state = CASE WHEN state = 'taken' THEN 'new' ELSE state END, owner = NULL
WHERE owner = :person_id;

-- name: to_remind(before)
SELECT id, person_id, topic, state, asked_at, owner, waiting_since, reminded_at, escalated_at
FROM consultations
WHERE waiting_since IS NOT NULL AND waiting_since <= :before AND reminded_at IS NULL
ORDER BY waiting_since, id;

-- name: reminded(id, now)!
UPDATE consultations SET reminded_at = :now WHERE id = :id;

-- name: to_escalate(before)
SELECT id, person_id, topic, state, asked_at, owner, waiting_since, reminded_at, escalated_at
FROM consultations
WHERE waiting_since IS NOT NULL AND waiting_since <= :before AND escalated_at IS NULL
ORDER BY waiting_since, id;

-- name: escalated(id, now)!
UPDATE consultations SET escalated_at = :now WHERE id = :id;

-- name: say(consultation_id, author, text, now)!
INSERT INTO consultation_messages (consultation_id, author, text, sent_at)
VALUES (:consultation_id, :author, :text, :now);

-- name: messages(consultation_id)
SELECT author, text, sent_at FROM consultation_messages
WHERE consultation_id = :consultation_id ORDER BY id;
