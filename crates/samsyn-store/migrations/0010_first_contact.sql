-- Första kontakt: who turned to the unit before there was a case. Each is a chain of its own, so that it is erased whole. It refers
-- to no row of a case: it goes with the case that came of it.
CREATE TABLE first_contact (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    activity TEXT,
    came_on TEXT NOT NULL DEFAULT '',
    clock TEXT NOT NULL DEFAULT '',
    who TEXT,
    caller TEXT NOT NULL DEFAULT '',
    caller_phone TEXT NOT NULL DEFAULT '',
    first_name TEXT NOT NULL DEFAULT '',
    last_name TEXT NOT NULL DEFAULT '',
    "identity" TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    protection TEXT,
    about TEXT NOT NULL DEFAULT '',
    areas TEXT NOT NULL DEFAULT '[]',
    seeking_since TEXT NOT NULL DEFAULT '',
    outcome TEXT,
    outcome_words TEXT NOT NULL DEFAULT '',
    answered_on TEXT NOT NULL DEFAULT '',
    taken_by TEXT NOT NULL DEFAULT '',
    holder TEXT,
    "case" TEXT
) STRICT;
CREATE INDEX first_contact_chain ON first_contact (chain_id);
CREATE INDEX first_contact_case ON first_contact ("case");

-- Who has had a first contact open. It refers to no row of the contact: it stays when that is erased.
CREATE TABLE contact_opening (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    user TEXT NOT NULL,
    contact TEXT NOT NULL
) STRICT;
CREATE INDEX contact_opening_chain ON contact_opening (chain_id);
CREATE INDEX contact_opening_contact ON contact_opening (contact, user);
CREATE INDEX contact_opening_at ON contact_opening (at);
CREATE TRIGGER contact_opening_kept_update BEFORE UPDATE ON contact_opening BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER contact_opening_kept_delete BEFORE DELETE ON contact_opening BEGIN SELECT RAISE(ABORT, 'append only'); END;

ALTER TABLE disposal_certificate ADD COLUMN contacts INTEGER NOT NULL DEFAULT 0;
