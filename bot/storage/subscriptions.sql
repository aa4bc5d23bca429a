-- name: save(person_id, topic, wanted, broadcast, now)!
INSERT INTO subscriptions (person_id, topic, wanted, broadcast, changed_at)
VALUES (:person_id, :topic, :wanted, :broadcast, :now)
ON CONFLICT (person_id, topic) DO UPDATE
SET wanted = excluded.wanted, broadcast = excluded.broadcast, changed_at = excluded.changed_at;

-- name: of_person(person_id)
SELECT topic, wanted, broadcast, changed_at FROM subscriptions
WHERE person_id = :person_id ORDER BY topic;

-- name: left_after(broadcast)^
SELECT count(*) AS count FROM subscriptions WHERE broadcast = :broadcast AND wanted = 0;
