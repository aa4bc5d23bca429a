-- name: invite(token_hash, role, partner, invited_by, expires_at)!
INSERT INTO invitations (token_hash, role, partner, invited_by, expires_at)
VALUES (:token_hash, :role, :partner, :invited_by, :expires_at);

-- name: redeem(token_hash, now)^
UPDATE invitations SET used_at = :now
WHERE token_hash = :token_hash AND used_at IS NULL AND expires_at > :now
RETURNING token_hash, role, partner, invited_by, expires_at;

-- name: withdraw_invitations(person_id)!
DELETE FROM invitations WHERE invited_by = :person_id AND used_at IS NULL;

-- name: guessed(person_id, now)!
INSERT INTO invitation_guesses (person_id, guessed_at) VALUES (:person_id, :now);

-- name: guesses(person_id, since)^
SELECT count(*) AS count FROM invitation_guesses
WHERE person_id = :person_id AND guessed_at > :since;

-- name: grant(person_id, role, partner, now)!
INSERT INTO staff (person_id, role, partner, granted_at)
VALUES (:person_id, :role, :partner, :now)
ON CONFLICT (person_id, role, partner) DO NOTHING;

-- name: revoke(id)!
DELETE FROM staff WHERE id = :id;

-- name: find(id)^
SELECT id, person_id, role, partner, granted_at FROM staff WHERE id = :id;

-- name: of_person(person_id)
SELECT id, person_id, role, partner, granted_at FROM staff WHERE person_id = :person_id
ORDER BY id;

-- name: every()
SELECT id, person_id, role, partner, granted_at FROM staff ORDER BY id;
