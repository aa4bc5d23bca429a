-- name: after(topic, position, portion)
SELECT people.id, people.channel, people.chat, people.standing, people.role, people.age_band,
       people.grade, people.city, people.muted,
       CASE WHEN chats.chat IS NULL THEN 0 ELSE 1 END AS closed, subscriptions.wanted AS wants
FROM people
LEFT JOIN chats ON chats.channel = people.channel AND chats.chat = people.chat
LEFT JOIN subscriptions
    ON subscriptions.person_id = people.id AND subscriptions.topic = :topic
WHERE people.id > :position ORDER BY people.id LIMIT :portion;

-- name: one(topic, person_id)^
SELECT people.id, people.channel, people.chat, people.standing, people.role, people.age_band,
       people.grade, people.city, people.muted,
       CASE WHEN chats.chat IS NULL THEN 0 ELSE 1 END AS closed, subscriptions.wanted AS wants
FROM people
LEFT JOIN chats ON chats.channel = people.channel AND chats.chat = people.chat
LEFT JOIN subscriptions
    ON subscriptions.person_id = people.id AND subscriptions.topic = :topic
WHERE people.id = :person_id;

-- name: newest_answers(questionnaire, first, last)
-- Of the run that a person finished last.
SELECT runs.person_id, answers.item, answers.value
FROM runs JOIN answers ON answers.run_id = runs.id
WHERE runs.person_id > :first AND runs.person_id <= :last
  AND runs.questionnaire = :questionnaire AND runs.state = 'finished'
  AND NOT EXISTS (
    SELECT 1 FROM runs AS later
    WHERE later.person_id = runs.person_id AND later.questionnaire = runs.questionnaire
      AND later.state = 'finished' AND later.id > runs.id
);

-- name: events(limit)
SELECT id FROM events WHERE state IN ('published', 'closed', 'held', 'reported')
ORDER BY starts_at DESC LIMIT :limit;

-- name: participations(first, last)
SELECT person_id, event_id, state, came FROM participations
WHERE person_id > :first AND person_id <= :last;

-- name: applications(first, last)
SELECT person_id, programme, state FROM enrolments
WHERE person_id > :first AND person_id <= :last;
