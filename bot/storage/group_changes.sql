-- name: add(group_code, before, now)!
INSERT INTO group_changes (group_code, before, made_at) VALUES (:group_code, :before, :now)
ON CONFLICT (group_code) DO NOTHING;

-- name: untold()
SELECT before, made_at FROM group_changes ORDER BY made_at, group_code LIMIT 20;

-- name: remove(group_code)!
DELETE FROM group_changes WHERE group_code = :group_code;
