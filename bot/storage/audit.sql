-- name: add(id, at, actor, action, subject, before, after, previous_hash, hash)!
INSERT INTO audit (id, at, actor, action, subject, before, after, previous_hash, hash)
VALUES (:id, :at, :actor, :action, :subject, :before, :after, :previous_hash, :hash);

-- name: every()
SELECT id, at, actor, action, subject, before, after, previous_hash, hash FROM audit ORDER BY id;

-- name: newest(pattern, limit, skip)
SELECT id, at, actor, action, subject, before, after, previous_hash, hash
FROM audit WHERE action LIKE :pattern ORDER BY id DESC LIMIT :limit OFFSET :skip;

-- name: count(pattern)^
SELECT count(*) AS count FROM audit WHERE action LIKE :pattern;

-- name: of_actor(actor)
SELECT id, at, actor, action, subject, before, after, previous_hash, hash
FROM audit WHERE actor = :actor ORDER BY id;
