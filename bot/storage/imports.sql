-- name: add(made_at, made_by, undoes, added, changed, undo)^
INSERT INTO imports (made_at, made_by, undoes, added, changed, undo)
VALUES (:made_at, :made_by, :undoes, :added, :changed, :undo)
RETURNING id, made_at, made_by, undoes, added, changed;

-- name: last()^
SELECT id, made_at, made_by, undoes, added, changed FROM imports ORDER BY id DESC LIMIT 1;

-- name: undo(id)^
SELECT undo FROM imports WHERE id = :id;

-- name: forget_undos(before)!
UPDATE imports SET undo = '' WHERE id < :before AND undo <> '';

-- name: receive(person_id, file, name, state, received_at)^
INSERT INTO uploads (person_id, file, name, state, received_at)
VALUES (:person_id, :file, :name, :state, :received_at)
RETURNING id, person_id, file, name, state, received_at;

-- name: upload(id)^
SELECT id, person_id, file, name, state, received_at FROM uploads WHERE id = :id;

-- name: uploads_of(person_id)
SELECT id, person_id, file, name, state, received_at
FROM uploads WHERE person_id = :person_id ORDER BY id;

-- name: waiting()
SELECT id, person_id, file, name, state, received_at
FROM uploads WHERE state = 'waiting' ORDER BY id;

-- name: network(id)^
SELECT network FROM uploads WHERE id = :id;

-- name: move(id, from_state, to_state, network)!
UPDATE uploads
SET state = :to_state, network = :network,
    file = CASE WHEN :to_state IN ('waiting', 'ready') THEN file ELSE '' END
WHERE id = :id AND state = :from_state;

-- name: remove_old(before)!
DELETE FROM uploads WHERE received_at < :before;
