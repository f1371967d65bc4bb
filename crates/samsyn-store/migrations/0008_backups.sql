-- Backups that were made and tried, that the store was put back from one, and which version of the program made which schema.

-- So that an older program can say which version is needed to open the store.
CREATE TABLE written_by (
    schema INTEGER PRIMARY KEY,
    version TEXT NOT NULL
) STRICT;

CREATE TABLE backup_made (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    folder TEXT NOT NULL DEFAULT '',
    rows INTEGER NOT NULL,
    megabytes INTEGER NOT NULL
) STRICT;
CREATE INDEX backup_made_chain ON backup_made (chain_id);
CREATE TRIGGER backup_made_kept_update BEFORE UPDATE ON backup_made BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER backup_made_kept_delete BEFORE DELETE ON backup_made BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE backup_tried (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    folder TEXT NOT NULL DEFAULT '',
    whole INTEGER NOT NULL,
    cases INTEGER NOT NULL,
    newest TEXT
) STRICT;
CREATE INDEX backup_tried_chain ON backup_tried (chain_id);
CREATE TRIGGER backup_tried_kept_update BEFORE UPDATE ON backup_tried BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER backup_tried_kept_delete BEFORE DELETE ON backup_tried BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE restoration (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    folder TEXT NOT NULL DEFAULT '',
    set_aside TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX restoration_chain ON restoration (chain_id);
CREATE TRIGGER restoration_kept_update BEFORE UPDATE ON restoration BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER restoration_kept_delete BEFORE DELETE ON restoration BEGIN SELECT RAISE(ABORT, 'append only'); END;
