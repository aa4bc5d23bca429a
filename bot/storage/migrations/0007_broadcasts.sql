-- A broadcast holds what staff wrote, once. Each of its messages is a row of the outbox with the
-- number of the broadcast as `batch`; its words are composed for `person` when it goes out.
-- Rows of a batch have indexes of their own: a mailing of a million is not in the way of answers.

ALTER TABLE outbox ADD COLUMN batch BIGINT;
ALTER TABLE outbox ADD COLUMN person BIGINT;
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (lane, not_before, id) WHERE state = 'queued' AND batch IS NULL;
DROP INDEX outbox_settled;
CREATE INDEX outbox_settled ON outbox (settled_at) WHERE settled_at IS NOT NULL AND batch IS NULL;
CREATE INDEX outbox_of_batch ON outbox (batch, not_before, id)
    WHERE state = 'queued' AND batch IS NOT NULL;
CREATE INDEX outbox_states ON outbox (batch, state) WHERE batch IS NOT NULL;

CREATE TABLE broadcasts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    topic TEXT NOT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    author BIGINT NOT NULL,
    approver BIGINT,
    content TEXT NOT NULL,
    segment TEXT NOT NULL,
    starts_at TEXT,
    paid INTEGER NOT NULL DEFAULT 0,
    paid_messages BIGINT NOT NULL DEFAULT 0,
    position BIGINT NOT NULL DEFAULT 0,
    looked_through INTEGER NOT NULL DEFAULT 0,
    reached BIGINT NOT NULL DEFAULT 0,
    excluded TEXT NOT NULL DEFAULT '{}',
    failures INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    tally TEXT,
    shown TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    submitted_at TEXT,
    started_at TEXT,
    ended_at TEXT
);
CREATE INDEX broadcasts_by_state ON broadcasts (state);

CREATE TABLE segments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    criteria TEXT NOT NULL
);

CREATE TABLE subscriptions (
    person_id BIGINT NOT NULL REFERENCES people ON DELETE CASCADE,
    topic TEXT NOT NULL,
    wanted INTEGER NOT NULL,
    broadcast BIGINT,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (person_id, topic)
);
CREATE INDEX subscriptions_of_broadcast ON subscriptions (broadcast) WHERE broadcast IS NOT NULL;
