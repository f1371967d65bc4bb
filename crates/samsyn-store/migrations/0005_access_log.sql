-- Who has had whose case open, and the checks of it. An opening is of a chain of its own for each case and refers to no row of
-- the case or the person: it stays when they are erased.

CREATE TABLE case_opening (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    user TEXT NOT NULL,
    "case" TEXT NOT NULL,
    person TEXT NOT NULL
) STRICT;
CREATE INDEX case_opening_chain ON case_opening (chain_id);
CREATE INDEX case_opening_case ON case_opening ("case", user, person);
CREATE INDEX case_opening_at ON case_opening (at);
CREATE TRIGGER case_opening_kept_update BEFORE UPDATE ON case_opening BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER case_opening_kept_delete BEFORE DELETE ON case_opening BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE log_review (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    reviewer TEXT NOT NULL DEFAULT '',
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    looked_at TEXT NOT NULL DEFAULT '',
    finding TEXT NOT NULL DEFAULT '',
    next_on TEXT NOT NULL
) STRICT;
CREATE INDEX log_review_chain ON log_review (chain_id);
CREATE TRIGGER log_review_kept_update BEFORE UPDATE ON log_review BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER log_review_kept_delete BEFORE DELETE ON log_review BEGIN SELECT RAISE(ABORT, 'append only'); END;
