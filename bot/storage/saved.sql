-- name: add(person_id, programme, now)!
INSERT INTO saved_programmes (person_id, programme, saved_at)
VALUES (:person_id, :programme, :now)
ON CONFLICT (person_id, programme) DO NOTHING;

-- name: remove(person_id, programme)!
DELETE FROM saved_programmes WHERE person_id = :person_id AND programme = :programme;

-- name: of_person(person_id)
SELECT programme FROM saved_programmes
WHERE person_id = :person_id ORDER BY saved_at DESC, programme;
