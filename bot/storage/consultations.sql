-- name: add(person_id, topic, state, now)^
INSERT INTO consultations (person_id, topic, state, asked_at)
VALUES (:person_id, :topic, :state, :now)
RETURNING id, person_id, topic, state, asked_at;

-- name: of_person(person_id)
SELECT id, person_id, topic, state, asked_at
FROM consultations WHERE person_id = :person_id ORDER BY id DESC;

-- name: count_waiting()^
SELECT count(*) AS count FROM consultations WHERE state = 'waiting';
