CREATE TABLE store (
    id TEXT NOT NULL PRIMARY KEY,
    device TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;
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
CREATE TABLE store_log (
    counter INTEGER PRIMARY KEY,
    chain TEXT NOT NULL,
    change_hash TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE INDEX store_log_chain ON store_log (chain, counter);
CREATE TRIGGER store_log_kept_update BEFORE UPDATE ON store_log BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER store_log_kept_delete BEFORE DELETE ON store_log BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TABLE alarm (
    number INTEGER PRIMARY KEY,
    chain TEXT NOT NULL,
    at TEXT NOT NULL,
    expected TEXT NOT NULL,
    found TEXT NOT NULL
) STRICT;
CREATE TRIGGER alarm_kept_update BEFORE UPDATE ON alarm BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER alarm_kept_delete BEFORE DELETE ON alarm BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TABLE reply (
    id TEXT NOT NULL PRIMARY KEY,
    chain TEXT NOT NULL,
    at TEXT NOT NULL,
    request TEXT NOT NULL,
    reply TEXT NOT NULL
) STRICT;
CREATE INDEX reply_at ON reply (at);
CREATE TABLE blob (
    sha256 TEXT NOT NULL PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;
CREATE TRIGGER blob_kept_update BEFORE UPDATE ON blob BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TABLE user (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT ''
, roles TEXT NOT NULL DEFAULT '["caseworker","coordinator","administrator","log_reviewer","archivist"]', activity TEXT, ended_at TEXT) STRICT;
CREATE TABLE setting (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    value TEXT NOT NULL DEFAULT ''
) STRICT;
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
, born_on TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX person_chain ON person (chain_id);
CREATE INDEX person_identity ON person (identity_value);
CREATE TABLE person_search (
    number INTEGER PRIMARY KEY,
    person TEXT NOT NULL UNIQUE,
    sort_key TEXT NOT NULL
) STRICT;
CREATE INDEX person_search_order ON person_search (sort_key);
CREATE VIRTUAL TABLE person_words USING fts5(exact, folded, alike, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0');
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
, guarantee_on TEXT NOT NULL DEFAULT '', minor_children TEXT, open_care TEXT) STRICT;
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
, principal TEXT, protection TEXT, lives_with INTEGER NOT NULL DEFAULT 0, form TEXT, reveals INTEGER NOT NULL DEFAULT 0) STRICT;
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
, apart TEXT, place_reveals INTEGER NOT NULL DEFAULT 0, link TEXT NOT NULL DEFAULT '', interpreter TEXT NOT NULL DEFAULT '', aids TEXT NOT NULL DEFAULT '', remind_on TEXT NOT NULL DEFAULT '', safety TEXT NOT NULL DEFAULT '', absence TEXT, absence_reason TEXT NOT NULL DEFAULT '') STRICT;
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
, action TEXT) STRICT;
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
, care_contact_phone TEXT NOT NULL DEFAULT '', follow_up_by TEXT NOT NULL DEFAULT '') STRICT;
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
CREATE TABLE form (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL REFERENCES sip_case (id),
    name TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '',
    content TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX form_chain ON form (chain_id);
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
, given_by TEXT REFERENCES party (id), interpreter TEXT NOT NULL DEFAULT '') STRICT;
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
, given_by TEXT REFERENCES party (id), interpreter TEXT NOT NULL DEFAULT '') STRICT;
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
, occasion TEXT NOT NULL DEFAULT 'new', held_on TEXT, starts TEXT NOT NULL DEFAULT '', ends TEXT NOT NULL DEFAULT '', place TEXT NOT NULL DEFAULT '') STRICT;
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
, reason TEXT NOT NULL DEFAULT '') STRICT;
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
, strokes TEXT NOT NULL DEFAULT '[]') STRICT;
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
, certificate TEXT) STRICT;
CREATE INDEX destruction_chain ON destruction (chain_id);
CREATE TRIGGER destruction_kept_update BEFORE UPDATE ON destruction BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER destruction_kept_delete BEFORE DELETE ON destruction BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TABLE case_opening (
    id TEXT NOT NULL PRIMARY KEY,
    chain_id TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    user TEXT NOT NULL,
    "case" TEXT NOT NULL,
    person TEXT NOT NULL
, own_choice TEXT NOT NULL DEFAULT '') STRICT;
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
, contacts INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX disposal_certificate_chain ON disposal_certificate (chain_id);
CREATE TRIGGER disposal_certificate_kept_update BEFORE UPDATE ON disposal_certificate BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER disposal_certificate_kept_delete BEFORE DELETE ON disposal_certificate BEGIN SELECT RAISE(ABORT, 'append only'); END;
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
CREATE TABLE half_written (
    user TEXT NOT NULL REFERENCES user (id),
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (user, name)
) STRICT;
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
