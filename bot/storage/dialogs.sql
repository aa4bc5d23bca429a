-- name: of_person(person_id)^
SELECT expects, options FROM dialogs WHERE person_id = :person_id;

-- name: save(person_id, expects, options)!
INSERT INTO dialogs (person_id, expects, options)
VALUES (:person_id, :expects, :options)
ON CONFLICT (person_id) DO UPDATE
SET expects = excluded.expects, options = excluded.options;
