-- Groups that a file has moved or cancelled wait here until the bot has told those who applied, and
-- whoever applies for a module alone keeps what it was then.

CREATE TABLE group_changes (
    group_code TEXT PRIMARY KEY REFERENCES study_groups ON DELETE CASCADE,
    before TEXT NOT NULL,
    made_at TEXT NOT NULL
);

ALTER TABLE enrolments ADD COLUMN module_then TEXT;
