-- Gallring: what is noted in a case before it may be erased, and the certificate that is left when it has been.

CREATE TABLE archive_copy (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    version TEXT REFERENCES version (id),
    what TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    "on" TEXT NOT NULL,
    filed_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX archive_copy_chain ON archive_copy (chain_id);
CREATE INDEX archive_copy_version ON archive_copy (version);
CREATE TRIGGER archive_copy_kept_update BEFORE UPDATE ON archive_copy BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER archive_copy_kept_delete BEFORE DELETE ON archive_copy BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE disposal_hold (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX disposal_hold_chain ON disposal_hold (chain_id);
CREATE TRIGGER disposal_hold_kept_update BEFORE UPDATE ON disposal_hold BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER disposal_hold_kept_delete BEFORE DELETE ON disposal_hold BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE disposal_hold_lifted (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    hold TEXT NOT NULL REFERENCES disposal_hold (id),
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX disposal_hold_lifted_chain ON disposal_hold_lifted (chain_id);
CREATE INDEX disposal_hold_lifted_hold ON disposal_hold_lifted (hold);
CREATE TRIGGER disposal_hold_lifted_kept_update BEFORE UPDATE ON disposal_hold_lifted BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER disposal_hold_lifted_kept_delete BEFORE DELETE ON disposal_hold_lifted BEGIN SELECT RAISE(ABORT, 'append only'); END;

-- Of the store's own chain, and without personal data: not even the numbers of the cases.
CREATE TABLE disposal_certificate (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    controller TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    reference TEXT NOT NULL DEFAULT '',
    adopted_on TEXT NOT NULL,
    years INTEGER NOT NULL DEFAULT 0,
    first_year INTEGER NOT NULL DEFAULT 0,
    last_year INTEGER NOT NULL DEFAULT 0,
    cases INTEGER NOT NULL DEFAULT 0,
    people INTEGER NOT NULL DEFAULT 0,
    files INTEGER NOT NULL DEFAULT 0,
    "rows" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX disposal_certificate_chain ON disposal_certificate (chain_id);
CREATE TRIGGER disposal_certificate_kept_update BEFORE UPDATE ON disposal_certificate BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER disposal_certificate_kept_delete BEFORE DELETE ON disposal_certificate BEGIN SELECT RAISE(ABORT, 'append only'); END;

-- The certificate by which a chain was erased; nothing where an authority decided so.
ALTER TABLE destruction ADD COLUMN certificate TEXT;
