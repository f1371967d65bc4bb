-- The catalogue: units that people can turn to, and which principal answers for what by the local gränsdragning. Text is as typed.
-- What a county profile begins with is no row until somebody writes in the catalogue.

CREATE TABLE unit (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    kind TEXT,
    organisation TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    does TEXT NOT NULL DEFAULT '',
    does_not TEXT NOT NULL DEFAULT '',
    ages_from TEXT NOT NULL DEFAULT '',
    ages_to TEXT NOT NULL DEFAULT '',
    areas TEXT NOT NULL DEFAULT '[]',
    municipality TEXT NOT NULL DEFAULT '',
    hours TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    obstacles TEXT NOT NULL DEFAULT '',
    digital TEXT NOT NULL DEFAULT '',
    web TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    approach TEXT,
    approach_note TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    checked_on TEXT NOT NULL DEFAULT '',
    ended_on TEXT
) STRICT;
CREATE INDEX unit_chain ON unit (chain_id);

CREATE TABLE demarcation (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    action TEXT,
    area TEXT,
    ages_from TEXT NOT NULL DEFAULT '',
    ages_to TEXT NOT NULL DEFAULT '',
    answered_by TEXT,
    text TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    since TEXT NOT NULL DEFAULT '',
    ended_on TEXT
) STRICT;
CREATE INDEX demarcation_chain ON demarcation (chain_id);
