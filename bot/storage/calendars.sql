-- name: keep(person_id, token_hash, now)!
INSERT INTO calendar_feeds (person_id, token_hash, made_at)
VALUES (:person_id, :token_hash, :now)
ON CONFLICT (person_id) DO UPDATE
SET token_hash = excluded.token_hash, made_at = excluded.made_at;

-- name: of_person(person_id)^
SELECT person_id, token_hash, made_at FROM calendar_feeds WHERE person_id = :person_id;

-- name: of_token(token_hash)^
SELECT person_id, token_hash, made_at FROM calendar_feeds WHERE token_hash = :token_hash;

-- name: remove(person_id)!
DELETE FROM calendar_feeds WHERE person_id = :person_id;

-- name: held(person_id, since)
SELECT DISTINCT e.id, e.body, e.changed_at, e.starts_at
FROM participations AS p JOIN events AS e ON e.id = p.event_id
WHERE p.person_id = :person_id AND p.state IN ('registered', 'attended', 'absent')
  AND e.ends_at > :since
ORDER BY e.starts_at, e.id;
