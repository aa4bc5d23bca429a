-- name: confirm(programme, day, source)^
INSERT INTO confirmations (programme, confirmed_on, confirmed_by)
VALUES (:programme, :day, :source)
ON CONFLICT (programme) DO UPDATE
SET confirmed_on = excluded.confirmed_on, confirmed_by = excluded.confirmed_by
WHERE confirmations.confirmed_on < excluded.confirmed_on
RETURNING programme;

-- name: days()
SELECT programme, confirmed_on FROM confirmations;
