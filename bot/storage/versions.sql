-- name: add(programme, made_at, body)!
INSERT INTO programme_versions (programme, made_at, body) VALUES (:programme, :made_at, :body);

-- name: find(id)^
SELECT id, made_at, body FROM programme_versions WHERE id = :id;

-- name: of_programme(programme)
SELECT id, made_at, body FROM programme_versions WHERE programme = :programme ORDER BY id DESC;
