-- name: mark(day, mark)^
INSERT INTO demand_marks (day, mark) VALUES (:day, :mark)
ON CONFLICT (day, mark) DO NOTHING
RETURNING mark;

-- name: forget_marks(day)!
DELETE FROM demand_marks WHERE day < :day;

-- name: count(week, competency, city, reason)!
INSERT INTO demand (week, competency, city, reason, searches)
VALUES (:week, :competency, :city, :reason, 1)
ON CONFLICT (week, competency, city, reason) DO UPDATE SET searches = demand.searches + 1;

-- name: since(week)
SELECT week, competency, city, reason, searches FROM demand WHERE week >= :week;
