-- name: start(person_id, questionnaire, version, now)!
INSERT INTO runs (person_id, questionnaire, version, state, started_at)
VALUES (:person_id, :questionnaire, :version, 'open', :now)
ON CONFLICT (person_id, questionnaire) WHERE state = 'open' DO NOTHING;

-- name: find(run_id)^
SELECT id, person_id, questionnaire, version, state, started_at, finished_at
FROM runs WHERE id = :run_id;

-- name: of_person(person_id)
SELECT id, person_id, questionnaire, version, state, started_at, finished_at
FROM runs WHERE person_id = :person_id ORDER BY id;

-- name: answers(run_id)
SELECT run_id, item, value, answered_at FROM answers WHERE run_id = :run_id;

-- name: answers_of_person(person_id)
SELECT run_id, item, value, answered_at
FROM answers WHERE run_id IN (SELECT id FROM runs WHERE person_id = :person_id);

-- name: answer(run_id, item, value, now)!
INSERT INTO answers (run_id, item, value, answered_at)
VALUES (:run_id, :item, :value, :now)
ON CONFLICT (run_id, item) DO UPDATE
SET value = excluded.value, answered_at = excluded.answered_at;

-- name: take_back(run_id, item)!
DELETE FROM answers WHERE run_id = :run_id AND item = :item;

-- name: finish(run_id, now)!
UPDATE runs SET state = 'finished', finished_at = :now WHERE id = :run_id AND state = 'open';
