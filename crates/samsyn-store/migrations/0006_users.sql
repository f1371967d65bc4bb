-- Several users of one store: what each may do, who may open which case, and the openings of persons.

-- Whoever was a user before there were roles was the only one, and has them all.
ALTER TABLE user ADD COLUMN roles TEXT NOT NULL DEFAULT '["caseworker","coordinator","administrator","log_reviewer","archivist"]';
ALTER TABLE user ADD COLUMN activity TEXT;
ALTER TABLE user ADD COLUMN ended_at TEXT;

-- The reason of a user who had the case by an own choice; empty otherwise.
ALTER TABLE case_opening ADD COLUMN own_choice TEXT NOT NULL DEFAULT '';

-- Access to a case given, taken and ended. Of the access log's chain of the case, it refers to no row of the case and stays when
-- that is erased.
CREATE TABLE case_access (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    user TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    "case" TEXT NOT NULL,
    way TEXT NOT NULL,
    activity TEXT,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX case_access_chain ON case_access (chain_id);
CREATE INDEX case_access_case ON case_access ("case");
CREATE TRIGGER case_access_kept_update BEFORE UPDATE ON case_access BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER case_access_kept_delete BEFORE DELETE ON case_access BEGIN SELECT RAISE(ABORT, 'append only'); END;

-- Who has had a person's own page open: of a chain of its own for each person, kept when the person is erased.
CREATE TABLE person_opening (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    user TEXT NOT NULL,
    person TEXT NOT NULL
) STRICT;
CREATE INDEX person_opening_chain ON person_opening (chain_id);
CREATE INDEX person_opening_person ON person_opening (person, user);
CREATE INDEX person_opening_at ON person_opening (at);
CREATE TRIGGER person_opening_kept_update BEFORE UPDATE ON person_opening BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER person_opening_kept_delete BEFORE DELETE ON person_opening BEGIN SELECT RAISE(ABORT, 'append only'); END;
