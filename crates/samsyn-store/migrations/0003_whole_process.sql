-- Everything of the SIP process beside the first case: children, discharge, LSS, roles, protected data. New columns have
-- defaults, so that a row that does not use them hashes as it did before.

ALTER TABLE need ADD COLUMN guarantee_on TEXT NOT NULL DEFAULT '';
ALTER TABLE need ADD COLUMN minor_children TEXT;
ALTER TABLE need ADD COLUMN open_care TEXT;
ALTER TABLE party ADD COLUMN principal TEXT;
ALTER TABLE party ADD COLUMN protection TEXT;
ALTER TABLE party ADD COLUMN lives_with INTEGER NOT NULL DEFAULT 0;
ALTER TABLE party ADD COLUMN form TEXT;
ALTER TABLE meeting ADD COLUMN apart TEXT;
ALTER TABLE meeting ADD COLUMN place_reveals INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN link TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN interpreter TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN aids TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN remind_on TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN safety TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN absence TEXT;
ALTER TABLE meeting ADD COLUMN absence_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN action TEXT;
ALTER TABLE plan_frame ADD COLUMN care_contact_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_frame ADD COLUMN follow_up_by TEXT NOT NULL DEFAULT '';
ALTER TABLE sip_yes ADD COLUMN given_by TEXT REFERENCES party (id);
ALTER TABLE sip_yes ADD COLUMN interpreter TEXT NOT NULL DEFAULT '';
ALTER TABLE "ground" ADD COLUMN given_by TEXT REFERENCES party (id);
ALTER TABLE "ground" ADD COLUMN interpreter TEXT NOT NULL DEFAULT '';
ALTER TABLE call ADD COLUMN occasion TEXT NOT NULL DEFAULT 'new';
ALTER TABLE call ADD COLUMN held_on TEXT;
ALTER TABLE call ADD COLUMN starts TEXT NOT NULL DEFAULT '';
ALTER TABLE call ADD COLUMN ends TEXT NOT NULL DEFAULT '';
ALTER TABLE call ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting_marked ADD COLUMN reason TEXT NOT NULL DEFAULT '';

CREATE TABLE attendance (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    position INTEGER NOT NULL DEFAULT 0,
    meeting TEXT,
    party TEXT,
    starts TEXT NOT NULL DEFAULT '',
    ends TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '',
    kinds TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX attendance_chain ON attendance (chain_id);

CREATE TABLE agenda_item (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    position INTEGER NOT NULL DEFAULT 0,
    meeting TEXT,
    text TEXT NOT NULL DEFAULT '',
    minutes TEXT NOT NULL DEFAULT '',
    done INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX agenda_item_chain ON agenda_item (chain_id);

CREATE TABLE role (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    position INTEGER NOT NULL DEFAULT 0,
    role TEXT,
    party TEXT,
    name TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX role_chain ON role (chain_id);

CREATE TABLE other_plan (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    position INTEGER NOT NULL DEFAULT 0,
    kind TEXT,
    text TEXT NOT NULL DEFAULT '',
    responsible TEXT NOT NULL DEFAULT '',
    party TEXT,
    review_on TEXT NOT NULL DEFAULT '',
    kinds TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX other_plan_chain ON other_plan (chain_id);

CREATE TABLE child (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    custody TEXT,
    custody_note TEXT NOT NULL DEFAULT '',
    fb_6_13a TEXT NOT NULL DEFAULT '',
    informed TEXT NOT NULL DEFAULT '',
    takes_part TEXT NOT NULL DEFAULT '',
    opinion TEXT NOT NULL DEFAULT '',
    opinion_by TEXT NOT NULL DEFAULT '',
    best_interests TEXT NOT NULL DEFAULT '',
    best_interests_by TEXT NOT NULL DEFAULT '',
    kinds TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX child_chain ON child (chain_id);

CREATE TABLE consent_judgement (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    child INTEGER NOT NULL DEFAULT 0,
    guardians TEXT NOT NULL DEFAULT '[]',
    maturity TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    judged_by TEXT NOT NULL DEFAULT '',
    "on" TEXT NOT NULL
) STRICT;
CREATE INDEX consent_judgement_chain ON consent_judgement (chain_id);
CREATE TRIGGER consent_judgement_kept_update BEFORE UPDATE ON consent_judgement BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER consent_judgement_kept_delete BEFORE DELETE ON consent_judgement BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE know_judgement (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    guardian TEXT NOT NULL REFERENCES party (id),
    kind TEXT NOT NULL,
    may_know INTEGER NOT NULL DEFAULT 0,
    ground TEXT,
    reason TEXT NOT NULL DEFAULT '',
    owner TEXT NOT NULL DEFAULT '',
    judged_by TEXT NOT NULL DEFAULT '',
    "on" TEXT NOT NULL
) STRICT;
CREATE INDEX know_judgement_chain ON know_judgement (chain_id);
CREATE INDEX know_judgement_guardian ON know_judgement (guardian);
CREATE TRIGGER know_judgement_kept_update BEFORE UPDATE ON know_judgement BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER know_judgement_kept_delete BEFORE DELETE ON know_judgement BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE cannot_consent (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    ground TEXT NOT NULL DEFAULT '',
    decided_by TEXT NOT NULL DEFAULT '',
    representative TEXT REFERENCES party (id),
    instead TEXT NOT NULL DEFAULT '',
    "on" TEXT NOT NULL
) STRICT;
CREATE INDEX cannot_consent_chain ON cannot_consent (chain_id);
CREATE INDEX cannot_consent_representative ON cannot_consent (representative);
CREATE TRIGGER cannot_consent_kept_update BEFORE UPDATE ON cannot_consent BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER cannot_consent_kept_delete BEFORE DELETE ON cannot_consent BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE notice (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    "on" TEXT NOT NULL,
    clock TEXT NOT NULL DEFAULT '',
    sender TEXT NOT NULL DEFAULT '',
    parties TEXT NOT NULL DEFAULT '[]',
    expected_on TEXT,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX notice_chain ON notice (chain_id);
CREATE TRIGGER notice_kept_update BEFORE UPDATE ON notice BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER notice_kept_delete BEFORE DELETE ON notice BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE deviation_answer (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    deviation TEXT NOT NULL REFERENCES deviation (id),
    "on" TEXT NOT NULL,
    answered_by TEXT NOT NULL DEFAULT '',
    answer TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX deviation_answer_chain ON deviation_answer (chain_id);
CREATE INDEX deviation_answer_deviation ON deviation_answer (deviation);
CREATE TRIGGER deviation_answer_kept_update BEFORE UPDATE ON deviation_answer BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER deviation_answer_kept_delete BEFORE DELETE ON deviation_answer BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE annulment (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX annulment_chain ON annulment (chain_id);
CREATE TRIGGER annulment_kept_update BEFORE UPDATE ON annulment BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER annulment_kept_delete BEFORE DELETE ON annulment BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE protected_opening (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    party TEXT REFERENCES party (id),
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX protected_opening_chain ON protected_opening (chain_id);
CREATE INDEX protected_opening_party ON protected_opening (party);
CREATE TRIGGER protected_opening_kept_update BEFORE UPDATE ON protected_opening BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER protected_opening_kept_delete BEFORE DELETE ON protected_opening BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE hand_over (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    what TEXT NOT NULL DEFAULT '',
    "from" TEXT NOT NULL DEFAULT '',
    "to" TEXT NOT NULL DEFAULT '',
    to_unit TEXT NOT NULL DEFAULT '',
    "on" TEXT NOT NULL
) STRICT;
CREATE INDEX hand_over_chain ON hand_over (chain_id);
CREATE TRIGGER hand_over_kept_update BEFORE UPDATE ON hand_over BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER hand_over_kept_delete BEFORE DELETE ON hand_over BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE hand_over_receipt (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    hand_over TEXT NOT NULL REFERENCES hand_over (id),
    confirmed_by TEXT NOT NULL DEFAULT '',
    "on" TEXT NOT NULL
) STRICT;
CREATE INDEX hand_over_receipt_chain ON hand_over_receipt (chain_id);
CREATE INDEX hand_over_receipt_hand_over ON hand_over_receipt (hand_over);
CREATE TRIGGER hand_over_receipt_kept_update BEFORE UPDATE ON hand_over_receipt BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER hand_over_receipt_kept_delete BEFORE DELETE ON hand_over_receipt BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE case_moved (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    "from" TEXT NOT NULL REFERENCES person (id),
    "to" TEXT NOT NULL REFERENCES person (id),
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX case_moved_chain ON case_moved (chain_id);
CREATE INDEX case_moved_from ON case_moved ("from");
CREATE INDEX case_moved_to ON case_moved ("to");
CREATE TRIGGER case_moved_kept_update BEFORE UPDATE ON case_moved BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER case_moved_kept_delete BEFORE DELETE ON case_moved BEGIN SELECT RAISE(ABORT, 'append only'); END;

-- How a whole case went between the stores of two colleagues.
CREATE TABLE case_passing (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    way TEXT NOT NULL,
    who TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    "on" TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX case_passing_chain ON case_passing (chain_id);
CREATE TRIGGER case_passing_kept_update BEFORE UPDATE ON case_passing BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER case_passing_kept_delete BEFORE DELETE ON case_passing BEGIN SELECT RAISE(ABORT, 'append only'); END;

-- That a chain was erased on an authority's decision. Of the store's own chain, and without personal data.
CREATE TABLE destruction (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    authority TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    decided_on TEXT NOT NULL,
    erased TEXT NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX destruction_chain ON destruction (chain_id);
CREATE TRIGGER destruction_kept_update BEFORE UPDATE ON destruction BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER destruction_kept_delete BEFORE DELETE ON destruction BEGIN SELECT RAISE(ABORT, 'append only'); END;

ALTER TABLE person ADD COLUMN born_on TEXT NOT NULL DEFAULT '';
ALTER TABLE party ADD COLUMN reveals INTEGER NOT NULL DEFAULT 0;
