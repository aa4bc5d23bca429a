-- name: add(person_id, state, body, now)^
INSERT INTO trajectories (person_id, state, body, made_at)
VALUES (:person_id, :state, :body, :now)
RETURNING id;

-- name: remove_draft(person_id)!
DELETE FROM trajectories WHERE person_id = :person_id AND state = 'draft';

-- name: save(id, state, body, share_token)!
UPDATE trajectories SET state = :state, body = :body, share_token = :share_token WHERE id = :id;

-- name: remove_unapplied(id)!
DELETE FROM trajectories
WHERE id = :id AND NOT EXISTS (SELECT 1 FROM enrolments WHERE bundle = :id);

-- name: find(id)^
SELECT id, person_id, state, body, made_at, share_token FROM trajectories WHERE id = :id;

-- name: shared(share_token)^
SELECT id, person_id, state, body, made_at, share_token
FROM trajectories WHERE share_token = :share_token;

-- name: of_person(person_id)
SELECT id, person_id, state, body, made_at, share_token
FROM trajectories WHERE person_id = :person_id ORDER BY id DESC;

-- name: kept(after, most)
SELECT id, person_id, state, body, made_at, share_token
FROM trajectories
WHERE state IN ('saved', 'applied', 'changed') AND id > :after ORDER BY id LIMIT :most;
