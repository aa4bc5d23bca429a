-- Every programme as it was, when its card was confirmed, what staff were told of agreements, and
-- what people looked for in vain.

CREATE TABLE programme_versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    programme TEXT NOT NULL REFERENCES programmes ON DELETE CASCADE,
    made_at TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX programme_versions_of ON programme_versions (programme);

CREATE TABLE confirmations (
    programme TEXT PRIMARY KEY REFERENCES programmes ON DELETE CASCADE,
    confirmed_on TEXT NOT NULL,
    confirmed_by TEXT NOT NULL
);

-- What was there before is of the first import, as far as anybody knows.
INSERT INTO programme_versions (programme, made_at, body)
SELECT code,
       COALESCE((SELECT value FROM facts WHERE name = 'anchor of relative dates'), '2026-01-01')
           || 'T00:00:00.000+00:00',
       body
FROM programmes ORDER BY code;
INSERT INTO confirmations (programme, confirmed_on, confirmed_by)
SELECT code,
       COALESCE((SELECT value FROM facts WHERE name = 'anchor of relative dates'), '2026-01-01'),
       'import'
FROM programmes;

ALTER TABLE enrolments ADD COLUMN version BIGINT REFERENCES programme_versions;
UPDATE enrolments SET version = (
    SELECT id FROM programme_versions WHERE programme_versions.programme = enrolments.programme
);

CREATE TABLE agreement_notices (
    agreement TEXT NOT NULL REFERENCES agreements ON DELETE CASCADE,
    valid_to TEXT NOT NULL,
    notice TEXT NOT NULL,
    told_at TEXT NOT NULL,
    PRIMARY KEY (agreement, valid_to, notice)
);

CREATE TABLE demand (
    week TEXT NOT NULL,
    competency TEXT NOT NULL,
    city TEXT NOT NULL,
    reason TEXT NOT NULL,
    searches INTEGER NOT NULL,
    PRIMARY KEY (week, competency, city, reason)
);

CREATE TABLE demand_marks (
    day TEXT NOT NULL,
    mark TEXT NOT NULL,
    PRIMARY KEY (day, mark)
);
