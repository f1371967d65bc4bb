//! Kallelse, inbjudan and the letter to the person: sent through the gate, and answered.

use super::documents::{DocumentName, paper};
use crate::{
    App, AppError, Code,
    act::{Call, needed, words},
    describe::commands,
    view::CaseReply,
};
use samsyn_plan::{
    acts::{self, CallReply, Disclosure},
    case::Case,
    codes::*,
    dates::parse_date,
    drafts::Meeting,
    gate::{self, Purpose, Recipient},
    ids::{CallId, CaseId, MeetingId, PartyId, RecordId},
    text::is_blank,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

commands! {
    "call.send" Act [NotFound, EmptyField, DateUnreadable, NoSuchParty, GroundMissing, ConsentRefused, GroundWithdrawn, GroundNotInForce,
        AttendanceNotCovered, OnlyTheyTell] send: CallSend => CaseReply;
    "reply.record" Act [NotFound, EmptyField] reply: ReplyRecord => CaseReply;
}

/// Sends a kallelse, an inbjudan or, to the person, a letter. It is entered in the utlämnandelogg.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CallSend {
    /// The case.
    case: CaseId,
    /// The meeting.
    meeting: MeetingId,
    /// The party; nothing where it is the person.
    #[serde(default)]
    party: Option<PartyId>,
    /// How it is sent.
    delivery: Delivery,
}

/// An answer to a kallelse or an inbjudan.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReplyRecord {
    /// The case.
    case: CaseId,
    /// What it answers.
    call: CallId,
    /// The answer.
    reply: Reply,
    /// Who comes instead, and with what title.
    #[serde(default)]
    replacement: String,
    /// Why not, or another word.
    #[serde(default)]
    note: String,
}

fn send(app: &mut App, call: &Call, request: CallSend) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        let case = &acting.case;
        let meeting = case.meeting(request.meeting).ok_or_else(|| AppError::at(Code::NotFound, "meeting"))?;
        let recipient = Recipient::of(request.party);
        let permit = gate::permit(case, recipient, Purpose::Attend, acting.today)?;
        can_be_called_to(case, meeting)?;
        let document = paper(&acting.sheet(), DocumentName::Call { meeting: meeting.id, party: request.party }, recipient)?;
        let bytes = samsyn_print::pdf(&document).map_err(|_| AppError::new(Code::Internal))?;
        let sha256 = hex::encode(Sha256::digest(&bytes));
        let party = request.party.and_then(|party| case.party(party));
        acting.insert(&acts::Call {
            id: CallId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            meeting: meeting.id,
            party: request.party,
            kind: party.map_or(CallKind::Letter, |party| party.call_kind(acting.agreements)),
            delivery: request.delivery,
            ground: permit.grounds().last().copied(),
            sha256: sha256.clone(),
            occasion: CallOccasion::New,
            held_on: parse_date(&meeting.held_on),
            starts: meeting.starts.trim().to_owned(),
            ends: meeting.ends.trim().to_owned(),
            place: meeting.place.trim().to_owned(),
        })?;
        acting.insert(&Disclosure {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            party: request.party,
            recipient: party.map_or_else(|| case.person.name(), samsyn_plan::drafts::Party::title_line),
            kind: DisclosureKind::Call,
            version: None,
            meeting: Some(meeting.id),
            kinds: permit.kinds(),
            left_out: !permit.sees_everything(),
            grounds: permit.grounds().to_vec(),
            delivery: request.delivery,
            sha256,
        })
    })
}

/// A kallelse needs a day, a time, a place, a purpose and a question: whoever is called must know what for.
fn can_be_called_to(case: &Case, meeting: &Meeting) -> Result<(), AppError> {
    for (field, typed) in
        [("held_on", &meeting.held_on), ("starts", &meeting.starts), ("place", &meeting.place), ("purpose", &meeting.purpose)]
    {
        if is_blank(typed) {
            return Err(AppError::at(Code::EmptyField, field));
        }
    }
    if parse_date(&meeting.held_on).is_none() {
        return Err(AppError::at(Code::DateUnreadable, "held_on"));
    }
    let asks = case.questions.iter().any(|question| question.meeting == Some(meeting.id) && !is_blank(&question.text));
    if asks || meeting.kind == Some(MeetingKind::FollowUp) { Ok(()) } else { Err(AppError::at(Code::EmptyField, "questions")) }
}

fn reply(app: &mut App, call: &Call, request: ReplyRecord) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        acting.case.calls.iter().find(|sent| sent.id == request.call).ok_or_else(|| AppError::at(Code::NotFound, "call"))?;
        let replacement =
            if request.reply == Reply::Replacement { needed("replacement", &request.replacement)? } else { words(&request.replacement) };
        acting.insert(&CallReply {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            call: request.call,
            reply: request.reply,
            replacement,
            note: words(&request.note),
        })
    })
}
