-- name: seen(channel, account, chat, language, now, expires_at)^
INSERT INTO people (channel, account, chat, language, created_at, expires_at)
VALUES (:channel, :account, :chat, :language, :now, :expires_at)
ON CONFLICT (channel, account) DO UPDATE
SET chat = excluded.chat,
    language = CASE WHEN people.language_chosen = 1 OR excluded.language IS NULL
                    THEN people.language ELSE excluded.language END,
    expires_at = CASE WHEN people.standing = 'guest' THEN excluded.expires_at END
RETURNING id, channel, account, chat, language, language_chosen, role, age_band, grade,
          education, city, standing, aim, muted, declined, created_at, expires_at;

-- name: find(person_id)^
SELECT id, channel, account, chat, language, language_chosen, role, age_band, grade,
       education, city, standing, aim, muted, declined, created_at, expires_at
FROM people WHERE id = :person_id;

-- name: of_account(channel, account)^
SELECT id, channel, account, chat, language, language_chosen, role, age_band, grade,
       education, city, standing, aim, muted, declined, created_at, expires_at
FROM people WHERE channel = :channel AND account = :account;

-- name: save(id, language, language_chosen, role, age_band, grade, education, city, standing, aim, muted, declined, expires_at)!
UPDATE people
SET language = :language, language_chosen = :language_chosen, role = :role, age_band = :age_band,
    grade = :grade, education = :education, city = :city, standing = :standing, aim = :aim,
    muted = :muted, declined = :declined,
    expires_at = :expires_at
WHERE id = :id;

-- name: expired(now)
SELECT id, channel, account, chat, language, language_chosen, role, age_band, grade,
       education, city, standing, aim, muted, declined, created_at, expires_at
FROM people WHERE expires_at IS NOT NULL AND expires_at <= :now LIMIT 500;

-- name: remove(person_id)!
DELETE FROM people WHERE id = :person_id;

-- name: agree(person_id, purpose, version, text_hash, now)!
INSERT INTO consents (person_id, purpose, version, text_hash, given_at)
VALUES (:person_id, :purpose, :version, :text_hash, :now);

-- name: consents(person_id)
SELECT purpose, version, text_hash, given_at, withdrawn_at
FROM consents WHERE person_id = :person_id ORDER BY id;

-- name: withdraw_consents(person_id, now)!
UPDATE consents SET withdrawn_at = :now WHERE person_id = :person_id AND withdrawn_at IS NULL;

-- name: note_erasure(now, counts)!
INSERT INTO erasures (erased_at, counts) VALUES (:now, :counts);
