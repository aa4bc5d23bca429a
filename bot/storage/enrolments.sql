-- name: lock_group(code)^
SELECT seats FROM study_groups WHERE code = :code;

-- name: lock_group_postgres(code)^
SELECT seats FROM study_groups WHERE code = :code FOR UPDATE;

-- name: add(person_id, programme, group_code, state, city, education, daypart, applied_at, waiting_since, bundle, version, module_then)^
INSERT INTO enrolments (person_id, programme, group_code, state, city, education, daypart,
                        applied_at, waiting_since, bundle, version, module_then)
VALUES (:person_id, :programme, :group_code, :state, :city, :education, :daypart,
        :applied_at, :waiting_since, :bundle, :version, :module_then)
RETURNING id;

-- name: move(id, before, after, decide_by)!
UPDATE enrolments SET state = :after, decide_by = :decide_by
WHERE id = :id AND state = :before;

-- name: note_move(enrolment_id, before, after, actor, reason, now)!
INSERT INTO enrolment_moves (enrolment_id, from_state, to_state, actor, reason, moved_at)
VALUES (:enrolment_id, :before, :after, :actor, :reason, :now);

-- name: moves(enrolment_id)
SELECT from_state, to_state, actor, reason, moved_at
FROM enrolment_moves WHERE enrolment_id = :enrolment_id ORDER BY id;

-- name: find(id)^
SELECT id, person_id, programme, group_code, state, city, education, daypart, applied_at,
       waiting_since, decide_by, bundle, version, module_then
FROM enrolments WHERE id = :id;

-- name: of_person(person_id)
SELECT id, person_id, programme, group_code, state, city, education, daypart, applied_at,
       waiting_since, decide_by, bundle, version, module_then
FROM enrolments WHERE person_id = :person_id ORDER BY id DESC;

-- name: waiting(group_code)
SELECT id, person_id, programme, group_code, state, city, education, daypart, applied_at,
       waiting_since, decide_by, bundle, version, module_then
FROM enrolments WHERE group_code = :group_code AND state = 'waitlisted';

-- name: under_way_in(group_code)
SELECT id, person_id, programme, group_code, state, city, education, daypart, applied_at,
       waiting_since, decide_by, bundle, version, module_then
FROM enrolments
WHERE group_code = :group_code
  AND state NOT IN ('lapsed', 'completed', 'expelled', 'rejected', 'withdrawn')
ORDER BY id;

-- name: groups_waited_for()
SELECT DISTINCT group_code FROM enrolments WHERE state = 'waitlisted';

-- name: overdue(now)
SELECT id, person_id, programme, group_code, state, city, education, daypart, applied_at,
       waiting_since, decide_by, bundle, version, module_then
FROM enrolments WHERE decide_by IS NOT NULL AND decide_by <= :now ORDER BY decide_by, id LIMIT 100;

-- name: taken_in(group_code)^
SELECT count(*) AS taken FROM enrolments
WHERE group_code = :group_code
  AND state IN ('submitted', 'needs_info', 'in_review', 'offered', 'confirmed', 'contract',
                'enrolled', 'studying', 'assessment');

-- name: taken()
SELECT group_code, count(*) AS taken FROM enrolments
WHERE state IN ('submitted', 'needs_info', 'in_review', 'offered', 'confirmed', 'contract',
                'enrolled', 'studying', 'assessment')
GROUP BY group_code;
