-- name: of_person(person_id)^
SELECT version, expects, options FROM dialogs WHERE person_id = :person_id;

-- name: save(person_id, expects, options)!
INSERT INTO dialogs (person_id, version, expects, options)
VALUES (:person_id, 1, :expects, :options)
ON CONFLICT (person_id) DO UPDATE
SET version = dialogs.version + 1, expects = excluded.expects, options = excluded.options;
