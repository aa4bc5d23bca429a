-- What partners lend for teaching.

CREATE TABLE resources (
    code TEXT PRIMARY KEY,
    partner TEXT NOT NULL REFERENCES partners,
    body TEXT NOT NULL
);
