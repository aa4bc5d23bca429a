-- What decides and is searched stands in columns, the rest of an event in its body (JSON).
-- A participation outlives its person as a number without a name: monitoring counts it.

CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    capacity INTEGER NOT NULL CHECK (capacity >= 0),
    organiser TEXT NOT NULL REFERENCES partners,
    series TEXT,
    author BIGINT REFERENCES people ON DELETE SET NULL,
    secret TEXT NOT NULL,
    body TEXT NOT NULL,
    changed_at TEXT NOT NULL
);
CREATE INDEX events_by_start ON events (starts_at);
CREATE INDEX events_of_series ON events (series) WHERE series IS NOT NULL;

CREATE TABLE participations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id BIGINT NOT NULL REFERENCES events,
    person_id BIGINT REFERENCES people ON DELETE SET NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'class')),
    state TEXT NOT NULL,
    places INTEGER NOT NULL CHECK (places >= 0),
    school TEXT REFERENCES partners,
    grades TEXT NOT NULL DEFAULT '{}',
    adults INTEGER NOT NULL DEFAULT 0,
    of_class BIGINT REFERENCES participations,
    token_hash TEXT UNIQUE,
    version INTEGER NOT NULL,
    asked_at TEXT NOT NULL,
    waiting_since TEXT,
    decide_by TEXT,
    came INTEGER
);
CREATE INDEX participations_of_event ON participations (event_id, state);
CREATE INDEX participations_of_person ON participations (person_id);
CREATE INDEX participations_of_class ON participations (of_class) WHERE of_class IS NOT NULL;
CREATE INDEX participations_offered ON participations (decide_by) WHERE decide_by IS NOT NULL;
CREATE INDEX participations_waiting ON participations (event_id) WHERE state = 'waiting';
CREATE UNIQUE INDEX participations_open ON participations (event_id, person_id)
    WHERE kind = 'person' AND state IN ('registered', 'waiting', 'offered');

CREATE TABLE participation_moves (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    participation_id BIGINT NOT NULL REFERENCES participations ON DELETE CASCADE,
    from_state TEXT,
    to_state TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL,
    moved_at TEXT NOT NULL
);
CREATE INDEX participation_moves_of ON participation_moves (participation_id);

CREATE TABLE event_filters (
    person_id BIGINT PRIMARY KEY REFERENCES people ON DELETE CASCADE,
    filter TEXT NOT NULL
);
