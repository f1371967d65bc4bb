//! The acts of a case.

use samsyn_plan::acts::{
    Attachment, Call, CallReply, Closing, Deviation, Disclosure, Evaluation, Filing, FollowUp, Ground, MeetingMarked, Offer, PresenceMark,
    ReadBackAnswer, Signature, SipYes, Version, Withdrawal,
};

use crate::table::table;

table!(Offer, "offer", act [kind, outcome, on, who, reason]);
table!(SipYes, "sip_yes", act [answer, on, manner, taken_by, words]);
table!(Version, "version", act [number, meeting, change, content, hash]);
table!(
    Ground,
    "ground",
    act [
        party, basis, answer, direction, scope, kinds, except, attends, statement, purpose, valid_from, valid_to, manner, on, taken_by,
        told_of_withdrawal, reason, meeting
    ]
);
table!(Withdrawal, "withdrawal", act [ground, from, manner, told]);
table!(Call, "call", act [meeting, party, kind, delivery, ground, sha256]);
table!(CallReply, "call_reply", act [call, reply, replacement, note]);
table!(PresenceMark, "presence_mark", act [meeting, party, name, mark, when]);
table!(MeetingMarked, "meeting_marked", act [meeting, mark]);
table!(ReadBackAnswer, "read_back_answer", act [meeting, answer, words]);
table!(Signature, "signature", act [version, hash, name, role, on, manner]);
table!(Attachment, "attachment", act [kind, version, label, media_type, size, sha256]);
table!(Filing, "filing", act [version, on, reference]);
table!(Disclosure, "disclosure", act [party, recipient, kind, version, meeting, kinds, left_out, grounds, delivery, sha256]);
table!(Deviation, "deviation", act [kind, party, meeting, on, event, consequence, action, sent_to]);
table!(FollowUp, "follow_up", act [meeting, on, outcome, sheet]);
table!(Evaluation, "evaluation", act [evaluator, informed, could_say, right_people, clear_who, felt_safe, comment]);
table!(Closing, "closing", act [reason, on, remains]);
