-- What was taken into the catalogue, how to take the last of it back, and files that staff sent.

CREATE TABLE imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    undoes BIGINT REFERENCES imports,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    undo TEXT NOT NULL
);

CREATE TABLE uploads (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id BIGINT NOT NULL REFERENCES people ON DELETE CASCADE,
    file TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('waiting', 'ready', 'refused', 'dropped', 'applied')),
    network TEXT NOT NULL DEFAULT '',
    received_at TEXT NOT NULL
);
CREATE INDEX uploads_of_person ON uploads (person_id);
CREATE INDEX uploads_waiting ON uploads (id) WHERE state = 'waiting';
CREATE INDEX uploads_received ON uploads (received_at);
