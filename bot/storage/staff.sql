-- name: invite(token_hash, role, expires_at)!
INSERT INTO invitations (token_hash, role, expires_at)
VALUES (:token_hash, :role, :expires_at);

-- name: redeem(token_hash, now)^
UPDATE invitations SET used_at = :now
WHERE token_hash = :token_hash AND used_at IS NULL AND expires_at > :now
RETURNING role;

-- name: grant(person_id, role, now)!
INSERT INTO staff (person_id, role, granted_at) VALUES (:person_id, :role, :now)
ON CONFLICT (person_id, role) DO NOTHING;

-- name: roles(person_id)
SELECT role FROM staff WHERE person_id = :person_id ORDER BY role;

-- name: members()
SELECT DISTINCT person_id FROM staff ORDER BY person_id;
