-- Persons and cases. Every table that the change log watches begins with `id` and `chain_id`: the key, and the case or
-- the person that the row belongs to. Nothing cascades, and no trigger writes.

CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    identity_kind TEXT NOT NULL,
    identity_value TEXT NOT NULL,
    first_name TEXT NOT NULL DEFAULT '',
    last_name TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    municipality TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    needs TEXT NOT NULL DEFAULT '',
    protection TEXT
) STRICT;
CREATE INDEX person_chain ON person (chain_id);
CREATE INDEX person_identity ON person (identity_value);

-- The search index over persons: made of `person`, never in the change log, can be made anew at any time. `number` is the
-- person's place among all by name, so that what is found comes in its order by itself, however much is found.
CREATE TABLE person_search (
    number INTEGER PRIMARY KEY,
    person TEXT NOT NULL UNIQUE,
    sort_key TEXT NOT NULL
) STRICT;
CREATE INDEX person_search_order ON person_search (sort_key);
CREATE VIRTUAL TABLE person_words USING fts5(exact, folded, alike, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0');

-- A case. What it holds stands in the tables below.
CREATE TABLE sip_case (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    number TEXT NOT NULL,
    plan_type TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (id)
) STRICT;
CREATE INDEX sip_case_chain ON sip_case (chain_id);
CREATE INDEX sip_case_person ON sip_case (person);
CREATE INDEX sip_case_number ON sip_case (number);
CREATE TRIGGER sip_case_kept_update BEFORE UPDATE ON sip_case BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER sip_case_kept_delete BEFORE DELETE ON sip_case BEGIN SELECT RAISE(ABORT, 'append only'); END;

-- Drafts: what people are writing, as typed. Positions are not unique: two of them alike are no harm.

CREATE TABLE frame (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    diary_number TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX frame_chain ON frame (chain_id);

CREATE TABLE need (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    seen_by TEXT NOT NULL DEFAULT '',
    seen_at_unit TEXT NOT NULL DEFAULT '',
    seen_on TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    own_words TEXT NOT NULL DEFAULT '',
    areas TEXT NOT NULL DEFAULT '[]',
    main_area TEXT,
    waiting_for TEXT NOT NULL DEFAULT '',
    waiting_since TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX need_chain ON need (chain_id);

CREATE TABLE preparation (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    important TEXT NOT NULL DEFAULT '',
    works TEXT NOT NULL DEFAULT '',
    hard TEXT NOT NULL DEFAULT '',
    change TEXT NOT NULL DEFAULT '',
    who TEXT NOT NULL DEFAULT '',
    not_raised TEXT NOT NULL DEFAULT '',
    way TEXT NOT NULL DEFAULT '',
    support TEXT NOT NULL DEFAULT '',
    children TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX preparation_chain ON preparation (chain_id);

CREATE TABLE party (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    position INTEGER NOT NULL DEFAULT 0,
    kind TEXT,
    organisation TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX party_chain ON party (chain_id);

CREATE TABLE meeting (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    position INTEGER NOT NULL DEFAULT 0,
    kind TEXT,
    form TEXT,
    held_on TEXT NOT NULL DEFAULT '',
    starts TEXT NOT NULL DEFAULT '',
    ends TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    purpose TEXT NOT NULL DEFAULT '',
    purpose_kinds TEXT NOT NULL DEFAULT '[]',
    prepare TEXT NOT NULL DEFAULT '',
    answer_by TEXT NOT NULL DEFAULT '',
    leader TEXT NOT NULL DEFAULT '',
    note_taker TEXT NOT NULL DEFAULT '',
    own_words TEXT NOT NULL DEFAULT '',
    situation TEXT NOT NULL DEFAULT '',
    situation_kinds TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX meeting_chain ON meeting (chain_id);

CREATE TABLE question (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    position INTEGER NOT NULL DEFAULT 0,
    meeting TEXT,
    text TEXT NOT NULL DEFAULT '',
    kinds TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX question_chain ON question (chain_id);

CREATE TABLE goal (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    position INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL DEFAULT '',
    term TEXT,
    kinds TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX goal_chain ON goal (chain_id);

CREATE TABLE measure (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    position INTEGER NOT NULL DEFAULT 0,
    goal TEXT,
    text TEXT NOT NULL DEFAULT '',
    extent TEXT NOT NULL DEFAULT '',
    principal TEXT,
    party TEXT,
    unit TEXT NOT NULL DEFAULT '',
    person TEXT NOT NULL DEFAULT '',
    starts_on TEXT NOT NULL DEFAULT '',
    due_on TEXT NOT NULL DEFAULT '',
    kinds TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX measure_chain ON measure (chain_id);

CREATE TABLE other_measure (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    position INTEGER NOT NULL DEFAULT 0,
    goal TEXT,
    text TEXT NOT NULL DEFAULT '',
    party TEXT,
    done_by TEXT NOT NULL DEFAULT '',
    time TEXT NOT NULL DEFAULT '',
    kinds TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX other_measure_chain ON other_measure (chain_id);

CREATE TABLE own_action (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    position INTEGER NOT NULL DEFAULT 0,
    party TEXT,
    text TEXT NOT NULL DEFAULT '',
    kinds TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX own_action_chain ON own_action (chain_id);

CREATE TABLE open_question (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    position INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL DEFAULT '',
    owner TEXT NOT NULL DEFAULT '',
    party TEXT,
    answer_by TEXT NOT NULL DEFAULT '',
    solution TEXT NOT NULL DEFAULT '',
    kinds TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX open_question_chain ON open_question (chain_id);

CREATE TABLE dissent (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    position INTEGER NOT NULL DEFAULT 0,
    whose TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    kinds TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX dissent_chain ON dissent (chain_id);

CREATE TABLE crisis (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    position INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL DEFAULT '',
    contact TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    kinds TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX crisis_chain ON crisis (chain_id);

CREATE TABLE plan_frame (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    overall TEXT,
    no_other_measures INTEGER NOT NULL DEFAULT 0,
    coordinator TEXT NOT NULL DEFAULT '',
    coordinator_unit TEXT NOT NULL DEFAULT '',
    coordinator_phone TEXT NOT NULL DEFAULT '',
    care_contact TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX plan_frame_chain ON plan_frame (chain_id);

CREATE TABLE goal_rating (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    meeting TEXT,
    goal TEXT,
    scale TEXT,
    own_scale TEXT,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX goal_rating_chain ON goal_rating (chain_id);

CREATE TABLE measure_status (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    meeting TEXT,
    measure TEXT,
    state TEXT,
    done_on TEXT NOT NULL DEFAULT '',
    why TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX measure_status_chain ON measure_status (chain_id);

-- Forms of acts, half written. Not in the change log: what was never said or sent leaves no history.
CREATE TABLE form (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    name TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '',
    content TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX form_chain ON form (chain_id);

-- Acts: what has been done. Rows are only added.

CREATE TABLE offer (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    outcome TEXT NOT NULL,
    "on" TEXT NOT NULL,
    who TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX offer_chain ON offer (chain_id);
CREATE TRIGGER offer_kept_update BEFORE UPDATE ON offer BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER offer_kept_delete BEFORE DELETE ON offer BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE sip_yes (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    answer TEXT NOT NULL,
    "on" TEXT NOT NULL,
    manner TEXT NOT NULL,
    taken_by TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX sip_yes_chain ON sip_yes (chain_id);
CREATE TRIGGER sip_yes_kept_update BEFORE UPDATE ON sip_yes BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER sip_yes_kept_delete BEFORE DELETE ON sip_yes BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE version (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    number INTEGER NOT NULL DEFAULT 0,
    meeting TEXT REFERENCES meeting (id),
    change TEXT NOT NULL DEFAULT '',
    content TEXT NOT NULL DEFAULT '',
    hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX version_chain ON version (chain_id);
CREATE INDEX version_meeting ON version (meeting);
CREATE TRIGGER version_kept_update BEFORE UPDATE ON version BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER version_kept_delete BEFORE DELETE ON version BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE ground (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    party TEXT NOT NULL REFERENCES party (id),
    basis TEXT NOT NULL,
    answer TEXT NOT NULL,
    direction TEXT NOT NULL,
    scope TEXT NOT NULL,
    kinds TEXT NOT NULL DEFAULT '[]',
    "except" TEXT NOT NULL DEFAULT '[]',
    attends INTEGER NOT NULL DEFAULT 0,
    statement TEXT NOT NULL DEFAULT '',
    purpose TEXT NOT NULL DEFAULT '',
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    manner TEXT NOT NULL,
    "on" TEXT NOT NULL,
    taken_by TEXT NOT NULL DEFAULT '',
    told_of_withdrawal INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    meeting TEXT REFERENCES meeting (id)
) STRICT;
CREATE INDEX ground_chain ON ground (chain_id);
CREATE INDEX ground_party ON ground (party);
CREATE INDEX ground_meeting ON ground (meeting);
CREATE TRIGGER ground_kept_update BEFORE UPDATE ON ground BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER ground_kept_delete BEFORE DELETE ON ground BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE withdrawal (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    ground TEXT NOT NULL REFERENCES ground (id),
    "from" TEXT NOT NULL,
    manner TEXT NOT NULL,
    told TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX withdrawal_chain ON withdrawal (chain_id);
CREATE INDEX withdrawal_ground ON withdrawal (ground);
CREATE TRIGGER withdrawal_kept_update BEFORE UPDATE ON withdrawal BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER withdrawal_kept_delete BEFORE DELETE ON withdrawal BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE call (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    meeting TEXT NOT NULL REFERENCES meeting (id),
    party TEXT REFERENCES party (id),
    kind TEXT NOT NULL,
    delivery TEXT NOT NULL,
    ground TEXT REFERENCES ground (id),
    sha256 TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX call_chain ON call (chain_id);
CREATE INDEX call_meeting ON call (meeting);
CREATE INDEX call_party ON call (party);
CREATE INDEX call_ground ON call (ground);
CREATE TRIGGER call_kept_update BEFORE UPDATE ON call BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER call_kept_delete BEFORE DELETE ON call BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE call_reply (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    call TEXT NOT NULL REFERENCES call (id),
    reply TEXT NOT NULL,
    replacement TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX call_reply_chain ON call_reply (chain_id);
CREATE INDEX call_reply_call ON call_reply (call);
CREATE TRIGGER call_reply_kept_update BEFORE UPDATE ON call_reply BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER call_reply_kept_delete BEFORE DELETE ON call_reply BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE presence_mark (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    meeting TEXT NOT NULL REFERENCES meeting (id),
    party TEXT REFERENCES party (id),
    name TEXT NOT NULL DEFAULT '',
    mark TEXT NOT NULL,
    "when" TEXT NOT NULL
) STRICT;
CREATE INDEX presence_mark_chain ON presence_mark (chain_id);
CREATE INDEX presence_mark_meeting ON presence_mark (meeting);
CREATE INDEX presence_mark_party ON presence_mark (party);
CREATE TRIGGER presence_mark_kept_update BEFORE UPDATE ON presence_mark BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER presence_mark_kept_delete BEFORE DELETE ON presence_mark BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE meeting_marked (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    meeting TEXT NOT NULL REFERENCES meeting (id),
    mark TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_marked_chain ON meeting_marked (chain_id);
CREATE INDEX meeting_marked_meeting ON meeting_marked (meeting);
CREATE TRIGGER meeting_marked_kept_update BEFORE UPDATE ON meeting_marked BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER meeting_marked_kept_delete BEFORE DELETE ON meeting_marked BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE read_back_answer (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    meeting TEXT NOT NULL REFERENCES meeting (id),
    answer TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX read_back_answer_chain ON read_back_answer (chain_id);
CREATE INDEX read_back_answer_meeting ON read_back_answer (meeting);
CREATE TRIGGER read_back_answer_kept_update BEFORE UPDATE ON read_back_answer BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER read_back_answer_kept_delete BEFORE DELETE ON read_back_answer BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE signature (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    version TEXT NOT NULL REFERENCES version (id),
    hash TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    "on" TEXT NOT NULL,
    manner TEXT NOT NULL
) STRICT;
CREATE INDEX signature_chain ON signature (chain_id);
CREATE INDEX signature_version ON signature (version);
CREATE TRIGGER signature_kept_update BEFORE UPDATE ON signature BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER signature_kept_delete BEFORE DELETE ON signature BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE attachment (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    version TEXT REFERENCES version (id),
    label TEXT NOT NULL DEFAULT '',
    media_type TEXT NOT NULL DEFAULT '',
    size INTEGER NOT NULL DEFAULT 0,
    sha256 TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX attachment_chain ON attachment (chain_id);
CREATE INDEX attachment_version ON attachment (version);
CREATE TRIGGER attachment_kept_update BEFORE UPDATE ON attachment BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER attachment_kept_delete BEFORE DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE filing (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    version TEXT NOT NULL REFERENCES version (id),
    "on" TEXT NOT NULL,
    reference TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX filing_chain ON filing (chain_id);
CREATE INDEX filing_version ON filing (version);
CREATE TRIGGER filing_kept_update BEFORE UPDATE ON filing BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER filing_kept_delete BEFORE DELETE ON filing BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE disclosure (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    party TEXT REFERENCES party (id),
    recipient TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    version TEXT REFERENCES version (id),
    meeting TEXT REFERENCES meeting (id),
    kinds TEXT NOT NULL DEFAULT '[]',
    left_out INTEGER NOT NULL DEFAULT 0,
    grounds TEXT NOT NULL DEFAULT '[]',
    delivery TEXT NOT NULL,
    sha256 TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX disclosure_chain ON disclosure (chain_id);
CREATE INDEX disclosure_party ON disclosure (party);
CREATE INDEX disclosure_version ON disclosure (version);
CREATE INDEX disclosure_meeting ON disclosure (meeting);
CREATE TRIGGER disclosure_kept_update BEFORE UPDATE ON disclosure BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER disclosure_kept_delete BEFORE DELETE ON disclosure BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE deviation (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    party TEXT REFERENCES party (id),
    meeting TEXT REFERENCES meeting (id),
    "on" TEXT NOT NULL,
    event TEXT NOT NULL DEFAULT '',
    consequence TEXT NOT NULL DEFAULT '',
    action TEXT NOT NULL DEFAULT '',
    sent_to TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX deviation_chain ON deviation (chain_id);
CREATE INDEX deviation_party ON deviation (party);
CREATE INDEX deviation_meeting ON deviation (meeting);
CREATE TRIGGER deviation_kept_update BEFORE UPDATE ON deviation BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER deviation_kept_delete BEFORE DELETE ON deviation BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE follow_up (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    meeting TEXT NOT NULL REFERENCES meeting (id),
    "on" TEXT NOT NULL,
    outcome TEXT NOT NULL,
    sheet TEXT NOT NULL
) STRICT;
CREATE INDEX follow_up_chain ON follow_up (chain_id);
CREATE INDEX follow_up_meeting ON follow_up (meeting);
CREATE TRIGGER follow_up_kept_update BEFORE UPDATE ON follow_up BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER follow_up_kept_delete BEFORE DELETE ON follow_up BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE evaluation (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    evaluator TEXT NOT NULL,
    informed INTEGER,
    could_say INTEGER,
    right_people INTEGER,
    clear_who INTEGER,
    felt_safe INTEGER,
    comment TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX evaluation_chain ON evaluation (chain_id);
CREATE TRIGGER evaluation_kept_update BEFORE UPDATE ON evaluation BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER evaluation_kept_delete BEFORE DELETE ON evaluation BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE closing (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL,
    "on" TEXT NOT NULL,
    remains TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX closing_chain ON closing (chain_id);
CREATE TRIGGER closing_kept_update BEFORE UPDATE ON closing BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER closing_kept_delete BEFORE DELETE ON closing BEGIN SELECT RAISE(ABORT, 'append only'); END;
