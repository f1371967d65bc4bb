//! The acts of a case.

use samsyn_plan::acts::{
    Annulment, Attachment, Call, CallReply, CannotConsent, CaseMoved, CasePassing, Closing, ConsentJudgement, Deviation, DeviationAnswer,
    Disclosure, Evaluation, Filing, FollowUp, Ground, HandOver, HandOverReceipt, KnowJudgement, MeetingMarked, Notice, Offer, PresenceMark,
    ProtectedOpening, ReadBackAnswer, Signature, SipYes, Version, Withdrawal,
};

use crate::table::table;

table!(Offer, "offer", act [kind, outcome, on, who, reason]);
table!(SipYes, "sip_yes", act [answer, on, manner, taken_by, words, given_by, interpreter]);
table!(Version, "version", act [number, meeting, change, content, hash]);
table!(
    Ground,
    "ground",
    act [
        party, basis, answer, direction, scope, kinds, except, attends, statement, purpose, valid_from, valid_to, manner, on, taken_by,
        told_of_withdrawal, reason, meeting, given_by, interpreter
    ]
);
table!(Withdrawal, "withdrawal", act [ground, from, manner, told]);
table!(Call, "call", act [meeting, party, kind, delivery, ground, sha256, occasion, held_on, starts, ends, place]);
table!(CallReply, "call_reply", act [call, reply, replacement, note]);
table!(PresenceMark, "presence_mark", act [meeting, party, name, mark, when]);
table!(MeetingMarked, "meeting_marked", act [meeting, mark, reason]);
table!(ReadBackAnswer, "read_back_answer", act [meeting, answer, words]);
table!(Signature, "signature", act [version, hash, name, role, on, manner, strokes]);
table!(Attachment, "attachment", act [kind, version, label, media_type, size, sha256]);
table!(Filing, "filing", act [version, on, reference]);
table!(Disclosure, "disclosure", act [party, recipient, kind, version, meeting, kinds, left_out, grounds, delivery, sha256]);
table!(Deviation, "deviation", act [kind, party, meeting, on, event, consequence, action, sent_to]);
table!(FollowUp, "follow_up", act [meeting, on, outcome, sheet]);
table!(Evaluation, "evaluation", act [evaluator, informed, could_say, right_people, clear_who, felt_safe, comment]);
table!(Closing, "closing", act [reason, on, remains]);
table!(ConsentJudgement, "consent_judgement", act [child, guardians, maturity, reason, judged_by, on]);
table!(KnowJudgement, "know_judgement", act [guardian, kind, may_know, ground, reason, owner, judged_by, on]);
table!(CannotConsent, "cannot_consent", act [ground, decided_by, representative, instead, on]);
table!(Notice, "notice", act [kind, on, clock, sender, parties, expected_on, note]);
table!(DeviationAnswer, "deviation_answer", act [deviation, on, answered_by, answer]);
table!(Annulment, "annulment", act [kind, record, reason]);
table!(ProtectedOpening, "protected_opening", act [party, reason]);
table!(HandOver, "hand_over", act [what, from, to, to_unit, on]);
table!(HandOverReceipt, "hand_over_receipt", act [hand_over, confirmed_by, on]);
table!(CaseMoved, "case_moved", act [from, to, reason]);
table!(CasePassing, "case_passing", act [way, who, unit, on, reason]);
