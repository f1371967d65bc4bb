-- What every store has: who it is, the change log, the replies to commands, and what lies beside the log.

-- The store itself: one row.
CREATE TABLE store (
    id TEXT NOT NULL PRIMARY KEY,
    device TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

-- The change log: one row for each command that wrote anything, chained by hashes within each chain.
-- `hash` is empty while the change is open, that is, while a field's further saves are added to it.
CREATE TABLE change (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    chain TEXT NOT NULL,
    place INTEGER NOT NULL,
    at TEXT NOT NULL,
    last_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    device TEXT NOT NULL,
    schema INTEGER NOT NULL,
    command TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('draft', 'act', 'undo', 'redo')),
    merge_key TEXT,
    reverses TEXT,
    arguments TEXT NOT NULL,
    changeset BLOB NOT NULL,
    state_hash TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (chain, place)
) STRICT;
CREATE INDEX change_open ON change (chain) WHERE hash = '';
CREATE TRIGGER change_kept_update BEFORE UPDATE ON change WHEN OLD.hash <> '' BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER change_kept_delete BEFORE DELETE ON change WHEN OLD.hash <> '' BEGIN SELECT RAISE(ABORT, 'append only'); END;

-- The order of all closed changes of the store, without personal data. Its head is what the keyring seals.
CREATE TABLE store_log (
    counter INTEGER PRIMARY KEY,
    chain TEXT NOT NULL,
    change_hash TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE INDEX store_log_chain ON store_log (chain, counter);
CREATE TRIGGER store_log_kept_update BEFORE UPDATE ON store_log BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER store_log_kept_delete BEFORE DELETE ON store_log BEGIN SELECT RAISE(ABORT, 'append only'); END;

-- When a chain was found to differ from its log, or the log from its seal. Writing goes on; the finding stays.
CREATE TABLE alarm (
    number INTEGER PRIMARY KEY,
    chain TEXT NOT NULL,
    at TEXT NOT NULL,
    expected TEXT NOT NULL,
    found TEXT NOT NULL
) STRICT;
CREATE TRIGGER alarm_kept_update BEFORE UPDATE ON alarm BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER alarm_kept_delete BEFORE DELETE ON alarm BEGIN SELECT RAISE(ABORT, 'append only'); END;

-- Replies to commands, so that a retry gets the reply and writes nothing. Kept for a day.
CREATE TABLE reply (
    id TEXT NOT NULL PRIMARY KEY,
    chain TEXT NOT NULL,
    at TEXT NOT NULL,
    request TEXT NOT NULL,
    reply TEXT NOT NULL
) STRICT;
CREATE INDEX reply_at ON reply (at);

-- Files under the SHA-256 of their bytes, which is what rows of the log refer to.
CREATE TABLE blob (
    sha256 TEXT NOT NULL PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;
CREATE TRIGGER blob_kept_update BEFORE UPDATE ON blob BEGIN SELECT RAISE(ABORT, 'append only'); END;

-- Users and settings: the store's own chain.
CREATE TABLE user (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE setting (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    value TEXT NOT NULL DEFAULT ''
) STRICT;
