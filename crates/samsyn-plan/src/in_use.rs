//! What an act refers to, and so cannot be removed.

use crate::{
    case::Case,
    ids::{MeetingId, PartyId},
};

impl Case {
    /// Whether an act refers to a draft record, which then cannot be removed.
    pub fn is_used_by_an_act(&self, id: uuid::Uuid) -> bool {
        let party = |candidate: Option<PartyId>| candidate.is_some_and(|candidate| candidate.0 == id);
        let meeting = |candidate: Option<MeetingId>| candidate.is_some_and(|candidate| candidate.0 == id);
        self.grounds.iter().any(|ground| ground.party.0 == id || party(ground.given_by) || meeting(ground.meeting))
            || self.sip_yeses.iter().any(|yes| party(yes.given_by))
            || self.consent_judgements.iter().any(|judgement| judgement.guardians.iter().any(|guardian| guardian.0 == id))
            || self.know_judgements.iter().any(|judgement| judgement.guardian.0 == id)
            || self.cannot_consents.iter().any(|decision| party(decision.representative))
            || self.notices.iter().any(|notice| notice.parties.iter().any(|to| to.0 == id))
            || self.protected_openings.iter().any(|opening| party(opening.party))
            || self.calls.iter().any(|call| call.meeting.0 == id || party(call.party))
            || self.presences.iter().any(|mark| mark.meeting.0 == id || party(mark.party))
            || self.meeting_marks.iter().any(|mark| mark.meeting.0 == id)
            || self.read_backs.iter().any(|answer| answer.meeting.0 == id)
            || self.versions.iter().any(|version| meeting(version.meeting))
            || self.disclosures.iter().any(|disclosure| party(disclosure.party) || meeting(disclosure.meeting))
            || self.deviations.iter().any(|deviation| party(deviation.party) || meeting(deviation.meeting))
            || self.follow_ups.iter().any(|follow_up| follow_up.meeting.0 == id)
    }
}
