-- Paths of several modules, and the applications that were sent for one of them together.

CREATE TABLE trajectories (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id BIGINT NOT NULL REFERENCES people ON DELETE CASCADE,
    state TEXT NOT NULL,
    body TEXT NOT NULL,
    made_at TEXT NOT NULL,
    share_token TEXT UNIQUE
);
CREATE INDEX trajectories_of_person ON trajectories (person_id);
CREATE UNIQUE INDEX trajectories_drafts ON trajectories (person_id) WHERE state = 'draft';
CREATE INDEX trajectories_kept ON trajectories (id) WHERE state IN ('saved', 'applied', 'changed');

ALTER TABLE enrolments ADD COLUMN bundle BIGINT REFERENCES trajectories;
CREATE INDEX enrolments_of_bundle ON enrolments (bundle) WHERE bundle IS NOT NULL;
