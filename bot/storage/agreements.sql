-- name: lock(partner)^
SELECT code FROM partners WHERE code = :partner;

-- name: lock_postgres(partner)^
SELECT code FROM partners WHERE code = :partner FOR UPDATE;

-- name: told()
SELECT agreement, valid_to, notice FROM agreement_notices;

-- name: note(agreement, valid_to, notice, now)!
INSERT INTO agreement_notices (agreement, valid_to, notice, told_at)
VALUES (:agreement, :valid_to, :notice, :now)
ON CONFLICT (agreement, valid_to, notice) DO NOTHING;
