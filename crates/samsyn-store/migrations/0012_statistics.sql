-- Who has looked at figures or given tables out, and the tables that were given out. Neither names anybody but staff.

CREATE TABLE statistics_opening (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    user TEXT NOT NULL,
    given_out INTEGER
) STRICT;
CREATE INDEX statistics_opening_chain ON statistics_opening (chain_id);
CREATE INDEX statistics_opening_user ON statistics_opening (user);
CREATE INDEX statistics_opening_at ON statistics_opening (at);
CREATE TRIGGER statistics_opening_kept_update BEFORE UPDATE ON statistics_opening BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER statistics_opening_kept_delete BEFORE DELETE ON statistics_opening BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE publication (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    year INTEGER NOT NULL,
    content TEXT NOT NULL
) STRICT;
CREATE INDEX publication_chain ON publication (chain_id);
CREATE INDEX publication_year ON publication (year);
CREATE TRIGGER publication_kept_update BEFORE UPDATE ON publication BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER publication_kept_delete BEFORE DELETE ON publication BEGIN SELECT RAISE(ABORT, 'append only'); END;
