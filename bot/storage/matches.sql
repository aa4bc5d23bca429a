-- name: add(person_id, audit, now)^
INSERT INTO matches (person_id, made_at, audit) VALUES (:person_id, :now, :audit)
RETURNING id;

-- name: of_person(person_id)
SELECT id, made_at, audit FROM matches WHERE person_id = :person_id ORDER BY id DESC;

-- name: newest(person_id)^
SELECT id, made_at, audit FROM matches WHERE person_id = :person_id ORDER BY id DESC LIMIT 1;

-- name: find(id)^
SELECT id, made_at, audit FROM matches WHERE id = :id;
