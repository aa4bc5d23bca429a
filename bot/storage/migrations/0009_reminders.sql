-- The ledger of reminders: what was planned for which version of an event, and what became of it.

CREATE TABLE reminders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id BIGINT NOT NULL REFERENCES events,
    participation_id BIGINT NOT NULL REFERENCES participations ON DELETE CASCADE,
    rule TEXT NOT NULL,
    version INTEGER NOT NULL,
    due_at TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    UNIQUE (participation_id, version, rule)
);
CREATE INDEX reminders_due ON reminders (due_at) WHERE state = 'planned';
CREATE INDEX reminders_queued ON reminders (id) WHERE state = 'queued';
CREATE INDEX reminders_of_event ON reminders (event_id);

CREATE TABLE reminder_wishes (
    person_id BIGINT PRIMARY KEY REFERENCES people ON DELETE CASCADE,
    lead_times TEXT NOT NULL
);

CREATE TABLE feedback (
    participation_id BIGINT PRIMARY KEY REFERENCES participations ON DELETE CASCADE,
    stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
    remark TEXT,
    given_at TEXT NOT NULL
);
