-- A secret link to one person's calendar; the token itself is stored nowhere.
-- Changes of events that a file has brought in wait here until the bot has told those who come.

CREATE TABLE calendar_feeds (
    person_id BIGINT PRIMARY KEY REFERENCES people ON DELETE CASCADE,
    token_hash TEXT NOT NULL UNIQUE,
    made_at TEXT NOT NULL
);

CREATE TABLE event_changes (
    event_id BIGINT PRIMARY KEY REFERENCES events,
    before TEXT NOT NULL,
    made_at TEXT NOT NULL
);
