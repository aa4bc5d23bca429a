-- Staff of partners; what staff did; questions to a specialist with their answers.

CREATE TABLE staff_of_partners (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id BIGINT NOT NULL REFERENCES people ON DELETE CASCADE,
    role TEXT NOT NULL,
    partner TEXT NOT NULL DEFAULT '',
    granted_at TEXT NOT NULL,
    UNIQUE (person_id, role, partner)
);
INSERT INTO staff_of_partners (person_id, role, granted_at)
SELECT person_id, role, granted_at FROM staff ORDER BY granted_at, person_id, role;
DROP TABLE staff;
ALTER TABLE staff_of_partners RENAME TO staff;

ALTER TABLE invitations ADD COLUMN partner TEXT NOT NULL DEFAULT '';
-- NULL: made on the command line.
ALTER TABLE invitations ADD COLUMN invited_by BIGINT REFERENCES people ON DELETE CASCADE;

CREATE TABLE invitation_guesses (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id BIGINT NOT NULL REFERENCES people ON DELETE CASCADE,
    guessed_at TEXT NOT NULL
);
CREATE INDEX invitation_guesses_of ON invitation_guesses (person_id, guessed_at);

-- Numbered without gaps by the program, so that a gap is a missing row.
CREATE TABLE audit (
    id BIGINT PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
);

-- Incidents that staff were told of and that are not over.
CREATE TABLE alerts (
    name TEXT PRIMARY KEY,
    since TEXT NOT NULL
);
CREATE INDEX outbox_failed ON outbox (settled_at) WHERE state = 'failed';

ALTER TABLE consultations ADD COLUMN owner BIGINT REFERENCES people;
ALTER TABLE consultations ADD COLUMN waiting_since TEXT;
ALTER TABLE consultations ADD COLUMN reminded_at TEXT;
ALTER TABLE consultations ADD COLUMN escalated_at TEXT;
UPDATE consultations SET state = 'new', waiting_since = asked_at WHERE state = 'waiting';
UPDATE consultations SET state = 'closed' WHERE state = 'done';
CREATE INDEX consultations_waiting ON consultations (waiting_since)
    WHERE waiting_since IS NOT NULL;
CREATE INDEX consultations_owned ON consultations (owner) WHERE owner IS NOT NULL;

CREATE TABLE consultation_messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    consultation_id BIGINT NOT NULL REFERENCES consultations ON DELETE CASCADE,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    sent_at TEXT NOT NULL
);
CREATE INDEX consultation_messages_of ON consultation_messages (consultation_id);
