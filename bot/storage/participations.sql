-- name: add(event_id, person_id, kind, state, places, school, grades, adults, of_class, token_hash, version, asked_at, waiting_since)^
INSERT INTO participations (event_id, person_id, kind, state, places, school, grades, adults,
                            of_class, token_hash, version, asked_at, waiting_since)
VALUES (:event_id, :person_id, :kind, :state, :places, :school, :grades, :adults,
        :of_class, :token_hash, :version, :asked_at, :waiting_since)
RETURNING id;

-- name: move(id, before, after, decide_by)!
UPDATE participations SET state = :after, decide_by = :decide_by
WHERE id = :id AND state = :before;

-- name: note_move(participation_id, before, after, actor, reason, now)!
INSERT INTO participation_moves (participation_id, from_state, to_state, actor, reason, moved_at)
VALUES (:participation_id, :before, :after, :actor, :reason, :now);

-- name: moves(participation_id)
SELECT from_state, to_state, actor, reason, moved_at
FROM participation_moves WHERE participation_id = :participation_id ORDER BY id;

-- name: change(id, places, grades, adults, token_hash, version, came)!
UPDATE participations
SET places = :places, grades = :grades, adults = :adults, token_hash = :token_hash,
    version = :version, came = :came
WHERE id = :id;

-- name: find(id)^
SELECT * FROM participations WHERE id = :id;

-- name: of_token(token_hash)^
SELECT * FROM participations WHERE token_hash = :token_hash;

-- name: of_person(person_id)
SELECT * FROM participations WHERE person_id = :person_id ORDER BY id DESC;

-- name: of_event(event_id)
SELECT * FROM participations WHERE event_id = :event_id ORDER BY id;

-- name: of_class(of_class)
SELECT * FROM participations WHERE of_class = :of_class ORDER BY id;

-- name: waiting(event_id)
SELECT * FROM participations WHERE event_id = :event_id AND state = 'waiting';

-- name: events_waited_for()
SELECT DISTINCT event_id FROM participations WHERE state = 'waiting';

-- name: overdue(now)
SELECT * FROM participations
WHERE decide_by IS NOT NULL AND decide_by <= :now ORDER BY decide_by, id LIMIT 100;

-- name: taken_in(event_id)^
SELECT CAST(COALESCE(sum(places), 0) AS BIGINT) AS taken FROM participations
WHERE event_id = :event_id AND state IN ('registered', 'offered', 'attended', 'absent');

-- name: taken_by_school(event_id, school)^
SELECT CAST(COALESCE(sum(places), 0) AS BIGINT) AS taken FROM participations
WHERE event_id = :event_id AND school = :school
  AND state IN ('registered', 'offered', 'attended', 'absent');

-- name: taken(since)
-- Of the events that are not over.
SELECT p.event_id AS event_id,
       CAST(sum(CASE WHEN p.state = 'waiting' THEN 0 ELSE p.places END) AS BIGINT) AS taken,
       CAST(sum(CASE WHEN p.state = 'waiting' THEN 1 ELSE 0 END) AS BIGINT) AS waiting
FROM participations AS p JOIN events AS e ON e.id = p.event_id
WHERE e.ends_at > :since
  AND p.state IN ('registered', 'offered', 'attended', 'absent', 'waiting')
GROUP BY p.event_id;
