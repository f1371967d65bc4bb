//! While a meeting goes on: its beginning and end, who is in the room, and the plan read back.

use crate::{
    App, AppError, Code,
    act::{Call, needed, words},
    app::{Acting, Leaving},
    describe::commands,
    view::CaseReply,
};
use samsyn_plan::{
    acts::{MeetingMarked, PresenceMark, ReadBackAnswer},
    codes::*,
    gate::{self, Permit, Purpose, Recipient},
    ids::{CaseId, MeetingId, PartyId, RecordId},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

commands! {
    "meeting.mark" Act [NotFound, ReasonMissing] mark: MeetingMarkRequest => CaseReply;
    "presence.record" Act [NotFound, EmptyField, NoSuchParty, GroundMissing, JudgementMissing, SipWithdrawn, ConsentRefused, GroundWithdrawn, GroundNotInForce,
        AttendanceNotCovered, OnlyTheyTell] presence: PresenceRecord => CaseReply;
    "read_back.record" Act [NotFound, EmptyField] read_back: ReadBackRecord => CaseReply;
}

/// A meeting begins, is paused, goes on or ends. While it runs, the store does not lock itself; while it is paused it may.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MeetingMarkRequest {
    /// The case.
    case: CaseId,
    /// The meeting.
    meeting: MeetingId,
    /// What happens.
    mark: MeetingMark,
    /// Why, where it is paused (needed then) or cancelled.
    #[serde(default)]
    reason: String,
}

/// Somebody comes, leaves or stays away.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PresenceRecord {
    /// The case.
    case: CaseId,
    /// The meeting.
    meeting: MeetingId,
    /// The party; nothing where it is the person.
    #[serde(default)]
    party: Option<PartyId>,
    /// Who it is, by name.
    name: String,
    /// What happens.
    mark: Presence,
}

/// The person's answer when the plan was read back.
#[derive(Debug, Deserialize, Serialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReadBackRecord {
    /// The case.
    case: CaseId,
    /// The meeting.
    meeting: MeetingId,
    /// The answer.
    answer: ReadBack,
    /// The words of a no or of a dissent.
    #[serde(default)]
    words: String,
}

fn mark(app: &mut App, call: &Call, request: MeetingMarkRequest) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        acting.case.meeting(request.meeting).ok_or(AppError::new(Code::NotFound))?;
        let reason = words(&request.reason);
        if request.mark == MeetingMark::Paused && reason.is_empty() {
            return Err(AppError::at(Code::ReasonMissing, "reason"));
        }
        acting.insert(&MeetingMarked {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            meeting: request.meeting,
            mark: request.mark,
            reason,
        })
    })
}

/// Being in the room is a disclosure: whoever comes in passes the gate and is entered in the utlämnandelogg.
fn presence(app: &mut App, call: &Call, request: PresenceRecord) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        acting.case.meeting(request.meeting).ok_or(AppError::new(Code::NotFound))?;
        // Without a party it is the person, whatever name came along: nobody else gets past the gate that way.
        let name = if request.party.is_some() { needed("name", &request.name)? } else { acting.case.person.name() };
        if request.mark == Presence::Came
            && let Some(party) = request.party
        {
            let permit = gate::permit(&acting.case, Recipient::Party(party), Purpose::Attend, acting.today)?;
            disclose_in_room(acting, request.meeting, name.clone(), &permit)?;
        }
        acting.insert(&PresenceMark {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            meeting: request.meeting,
            party: request.party,
            name,
            mark: request.mark,
            when: acting.now,
        })
    })
}

/// Enters in the utlämnandelogg what somebody in the room may hear.
pub(super) fn disclose_in_room(acting: &Acting<'_>, meeting: MeetingId, name: String, permit: &Permit) -> Result<(), AppError> {
    let leaving = Leaving {
        kind: DisclosureKind::Presence,
        delivery: Delivery::InRoom,
        version: None,
        meeting: Some(meeting),
        sha256: String::new(),
        name: Some(name),
    };
    acting.disclose(permit, leaving)
}

fn read_back(app: &mut App, call: &Call, request: ReadBackRecord) -> Result<CaseReply, AppError> {
    app.act(call, request.case, |acting| {
        acting.case.meeting(request.meeting).ok_or(AppError::new(Code::NotFound))?;
        let said = if request.answer == ReadBack::Yes { words(&request.words) } else { needed("words", &request.words)? };
        acting.insert(&ReadBackAnswer {
            id: RecordId(acting.new_id()),
            at: acting.now,
            by: acting.user_name(),
            meeting: request.meeting,
            answer: request.answer,
            words: said,
        })
    })
}
