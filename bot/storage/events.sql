-- name: add(slug, state, version, starts_at, ends_at, capacity, organiser, series, author, secret, body, now)^
INSERT INTO events (slug, state, version, starts_at, ends_at, capacity, organiser, series, author,
                    secret, body, changed_at)
VALUES (:slug, :state, :version, :starts_at, :ends_at, :capacity, :organiser, :series, :author,
        :secret, :body, :now)
RETURNING id;

-- name: save(id, slug, state, version, starts_at, ends_at, capacity, organiser, series, body, now)!
UPDATE events
SET slug = :slug, state = :state, version = :version, starts_at = :starts_at, ends_at = :ends_at,
    capacity = :capacity, organiser = :organiser, series = :series, body = :body, changed_at = :now
WHERE id = :id;

-- name: lock(id)^
SELECT id FROM events WHERE id = :id;

-- name: lock_postgres(id)^
SELECT id FROM events WHERE id = :id FOR UPDATE;

-- name: find(id)^
SELECT id, body FROM events WHERE id = :id;

-- name: of_slug(slug)^
SELECT id, body FROM events WHERE slug = :slug;

-- name: secret(id)^
SELECT secret FROM events WHERE id = :id;

-- name: author(id)^
SELECT author FROM events WHERE id = :id;

-- name: changed_at(id)^
SELECT changed_at FROM events WHERE id = :id;

-- name: announced(since, until)
SELECT id, body FROM events
WHERE state IN ('published', 'closed') AND ends_at > :since AND starts_at < :until
ORDER BY starts_at, id;

-- name: kept(since)
-- For staff: everything that is not over, drafts included, and what waits for its report.
SELECT id, body FROM events
WHERE (ends_at > :since AND state <> 'cancelled')
   OR state IN ('draft', 'proposed', 'published', 'closed', 'held')
ORDER BY starts_at, id;

-- name: of_series(series)
SELECT id, body FROM events WHERE series = :series ORDER BY starts_at, id;

-- name: over(now)
SELECT id, body FROM events
WHERE state IN ('published', 'closed') AND ends_at <= :now ORDER BY ends_at, id LIMIT 100;

-- name: slugs_like(slug, numbered)
SELECT slug FROM events WHERE slug = :slug OR slug LIKE :numbered;

-- name: put_filter(person_id, filter)!
INSERT INTO event_filters (person_id, filter) VALUES (:person_id, :filter)
ON CONFLICT (person_id) DO UPDATE SET filter = excluded.filter;

-- name: filter_of(person_id)^
SELECT filter FROM event_filters WHERE person_id = :person_id;
