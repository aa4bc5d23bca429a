-- Written for SQLite and PostgreSQL. Times are ISO 8601 text in UTC, so that they sort as text;
-- outbox times are seconds since 1970, because the pace computes with them. A number is never used
-- twice (AUTOINCREMENT): receipts and dedupe keys are made of them.

CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    channel TEXT NOT NULL,
    account BIGINT NOT NULL,
    chat TEXT NOT NULL,
    language TEXT,
    language_chosen INTEGER NOT NULL DEFAULT 0,
    role TEXT,
    age_band TEXT,
    grade INTEGER,
    education TEXT,
    city TEXT,
    standing TEXT NOT NULL DEFAULT 'guest',
    aim TEXT,
    muted INTEGER NOT NULL DEFAULT 0,
    declined INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    expires_at TEXT,
    UNIQUE (channel, account)
);
CREATE INDEX people_expiring ON people (expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE chats (
    channel TEXT NOT NULL,
    chat TEXT NOT NULL,
    closed_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (channel, chat)
);

CREATE TABLE consents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id BIGINT NOT NULL REFERENCES people ON DELETE CASCADE,
    purpose TEXT NOT NULL,
    version TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    given_at TEXT NOT NULL,
    withdrawn_at TEXT
);
CREATE INDEX consents_of_person ON consents (person_id);

CREATE TABLE dialogs (
    person_id BIGINT PRIMARY KEY REFERENCES people ON DELETE CASCADE,
    expects TEXT NOT NULL,
    options TEXT NOT NULL
);

CREATE TABLE staff (
    person_id BIGINT NOT NULL REFERENCES people ON DELETE CASCADE,
    role TEXT NOT NULL,
    granted_at TEXT NOT NULL,
    PRIMARY KEY (person_id, role)
);

CREATE TABLE invitations (
    token_hash TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
);

CREATE TABLE cursors (
    channel TEXT PRIMARY KEY,
    position TEXT NOT NULL,
    moved_at TEXT NOT NULL
);

CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    channel TEXT NOT NULL,
    dedupe_key TEXT NOT NULL,
    account BIGINT NOT NULL,
    chat TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    language TEXT,
    message TEXT,
    received_at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'done', 'dead')),
    failures INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    UNIQUE (channel, dedupe_key)
);
CREATE INDEX inbox_of_account ON inbox (channel, account);
CREATE INDEX inbox_new ON inbox (id) WHERE state = 'new';
CREATE INDEX inbox_dead ON inbox (id) WHERE state = 'dead';
CREATE INDEX inbox_age ON inbox (received_at);
CREATE INDEX inbox_bodies ON inbox (received_at) WHERE payload <> '';

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dedupe_key TEXT NOT NULL UNIQUE,
    channel TEXT NOT NULL,
    chat TEXT NOT NULL,
    lane INTEGER NOT NULL,
    policy TEXT NOT NULL,
    body TEXT NOT NULL,
    edits TEXT,
    state TEXT NOT NULL DEFAULT 'queued'
        CHECK (state IN ('queued', 'sending', 'sent', 'unknown', 'failed', 'skipped')),
    attempts INTEGER NOT NULL DEFAULT 0,
    ambiguous INTEGER NOT NULL DEFAULT 0,
    interrupted INTEGER NOT NULL DEFAULT 0,
    not_before REAL NOT NULL DEFAULT 0,
    expires_at REAL,
    settled_at REAL,
    message TEXT,
    error TEXT
);
CREATE INDEX outbox_of_chat ON outbox (channel, chat);
CREATE INDEX outbox_due ON outbox (lane, not_before, id) WHERE state = 'queued';
CREATE INDEX outbox_expiring ON outbox (expires_at)
    WHERE state = 'queued' AND expires_at IS NOT NULL;
CREATE INDEX outbox_per_chat ON outbox (channel, chat) WHERE state IN ('queued', 'sending');
CREATE INDEX outbox_settled ON outbox (settled_at) WHERE settled_at IS NOT NULL;
CREATE INDEX outbox_bodies ON outbox (settled_at) WHERE settled_at IS NOT NULL AND body <> '';

CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id BIGINT NOT NULL REFERENCES people ON DELETE CASCADE,
    questionnaire TEXT NOT NULL,
    version INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'finished')),
    started_at TEXT NOT NULL,
    finished_at TEXT
);
CREATE INDEX runs_of_person ON runs (person_id, questionnaire);
CREATE UNIQUE INDEX runs_open ON runs (person_id, questionnaire) WHERE state = 'open';

CREATE TABLE answers (
    run_id BIGINT NOT NULL REFERENCES runs ON DELETE CASCADE,
    item TEXT NOT NULL,
    value TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    PRIMARY KEY (run_id, item)
);

CREATE TABLE partners (
    code TEXT PRIMARY KEY,
    body TEXT NOT NULL
);

CREATE TABLE agreements (
    number TEXT PRIMARY KEY,
    partner TEXT NOT NULL REFERENCES partners,
    body TEXT NOT NULL
);

CREATE TABLE programmes (
    code TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    partner TEXT NOT NULL REFERENCES partners,
    body TEXT NOT NULL
);

CREATE TABLE modules (
    code TEXT PRIMARY KEY,
    programme TEXT NOT NULL REFERENCES programmes,
    partner TEXT NOT NULL REFERENCES partners,
    body TEXT NOT NULL
);

CREATE TABLE study_groups (
    code TEXT PRIMARY KEY,
    programme TEXT NOT NULL REFERENCES programmes,
    seats INTEGER NOT NULL CHECK (seats >= 0),
    body TEXT NOT NULL
);

CREATE TABLE saved_programmes (
    person_id BIGINT NOT NULL REFERENCES people ON DELETE CASCADE,
    programme TEXT NOT NULL REFERENCES programmes,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (person_id, programme)
);

CREATE TABLE matches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id BIGINT NOT NULL REFERENCES people ON DELETE CASCADE,
    made_at TEXT NOT NULL,
    audit TEXT NOT NULL
);
CREATE INDEX matches_of_person ON matches (person_id);

CREATE TABLE enrolments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id BIGINT NOT NULL REFERENCES people ON DELETE CASCADE,
    programme TEXT NOT NULL REFERENCES programmes,
    group_code TEXT NOT NULL REFERENCES study_groups,
    state TEXT NOT NULL,
    city TEXT,
    education TEXT,
    daypart TEXT,
    applied_at TEXT NOT NULL,
    waiting_since TEXT,
    decide_by TEXT
);
CREATE INDEX enrolments_of_person ON enrolments (person_id);
CREATE INDEX enrolments_of_group ON enrolments (group_code, state);
CREATE INDEX enrolments_waiting ON enrolments (group_code) WHERE state = 'waitlisted';
CREATE INDEX enrolments_offered ON enrolments (decide_by) WHERE decide_by IS NOT NULL;

CREATE TABLE enrolment_moves (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    enrolment_id BIGINT NOT NULL REFERENCES enrolments ON DELETE CASCADE,
    from_state TEXT,
    to_state TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL,
    moved_at TEXT NOT NULL
);
CREATE INDEX enrolment_moves_of ON enrolment_moves (enrolment_id);

CREATE TABLE consultations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id BIGINT NOT NULL REFERENCES people ON DELETE CASCADE,
    topic TEXT NOT NULL,
    state TEXT NOT NULL,
    asked_at TEXT NOT NULL
);
CREATE INDEX consultations_of_person ON consultations (person_id);

CREATE TABLE erasures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    erased_at TEXT NOT NULL,
    counts TEXT NOT NULL
);
