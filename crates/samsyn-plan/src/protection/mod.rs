//! Protected data (21 kap. 3 § OSL): what of a case nobody is shown unless a named handler opens it.
//!
//! The three levels (sekretessmarkering, skyddad folkbokföring, fingerade personuppgifter) hide the same: how to reach a
//! protected person or party, and what would reveal where they are. What is hidden is empty, and nothing says why: a paper
//! must not even tell that somebody is protected. Lines that are marked with whereabouts are held back by the gate.

mod names;

pub use names::KindWords;

use crate::{
    case::Case,
    codes::{InformationKind, MeetApart, MeetingForm, PartyKind},
    dates::parse_date,
    drafts::{Meeting, Party},
    gate::{self, Permit, Purpose, Recipient},
    ids::PartyId,
    person::Person,
    plan::{self, Plan},
};
use chrono::NaiveDate;

/// The fields of a person that protection hides.
pub const PERSON_FIELDS: &[&str] = &["address", "phone", "email", "municipality"];

/// The fields of a party that protection hides.
pub const PARTY_FIELDS: &[&str] = &["phone", "address"];

/// Who looks at a case.
#[derive(Debug, Clone, Copy)]
pub enum Viewer<'a> {
    /// The user's own screen, while nothing is opened.
    Screen,
    /// Whoever gets a paper, a file or a calendar entry by this permit, and what a party is called whose name is hidden.
    Recipient(&'a Permit, KindWords),
}

/// The case as somebody may see it.
pub fn veil(case: &Case, viewer: Viewer<'_>) -> Case {
    let mut seen = case.clone();
    // Without a party it is the person, by the name of whom the case is about now: it may have stood on a wrong one.
    seen.presences.iter_mut().filter(|mark| mark.party.is_none()).for_each(|mark| mark.name = case.person.name());
    if hides_person(case, viewer) {
        seen.person = veiled_person(seen.person);
    }
    let hidden: Vec<_> = case.parties.iter().filter(|party| hides_party(party, case, viewer)).map(|party| party.id).collect();
    for party in seen.parties.iter_mut().filter(|party| hidden.contains(&party.id)) {
        party.phone.clear();
        party.address.clear();
    }
    for role in seen.roles.iter_mut().filter(|role| role.party.is_some_and(|party| hidden.contains(&party))) {
        role.phone.clear();
    }
    if !hidden.is_empty() {
        seen.versions.iter_mut().for_each(|version| without_phones(&mut version.content, &hidden));
    }
    if let Viewer::Recipient(permit, words) = viewer {
        veil_for_paper(case, &mut seen, permit);
        names::veil_names(case, &mut seen, permit, words);
    }
    seen
}

/// Whether a person's contact data are hidden: by own protection, or since the person lives with a guardian who is protected.
pub fn is_hidden(person: &Person, parties: &[Party]) -> bool {
    let home = |party: &Party| party.kind == Some(PartyKind::Guardian) && party.lives_with && party.is_protected();
    person.is_protected() || parties.iter().any(home)
}

/// A person without what protection hides.
#[must_use]
pub fn veiled_person(person: Person) -> Person {
    Person { address: String::new(), phone: String::new(), email: String::new(), municipality: String::new(), ..person }
}

/// A meeting as a recipient is told of it: with the link instead of the room for whoever is apart by video, and without a
/// place that reveals where somebody is for whoever may not know that.
#[must_use]
pub fn meeting_for(case: &Case, meeting: &Meeting, permit: &Permit) -> Meeting {
    // What is told may be told: nothing reveals any more.
    let mut told = Meeting { safety: String::new(), place_reveals: false, ..meeting.clone() };
    let party = permit.recipient().party().and_then(|party| case.party(party));
    let by_video = meeting.apart == Some(MeetApart::Video) && party.is_some_and(Party::is_protected);
    if by_video || !may_know_place(case, meeting, permit) {
        told.place.clone_from(&meeting.link);
        if by_video || !meeting.link.trim().is_empty() {
            told.form = Some(MeetingForm::Video);
        }
    }
    told
}

/// Whether a recipient may know the place: one that reveals where somebody is, or bears a name that does, is whereabouts.
pub fn may_know_place(case: &Case, meeting: &Meeting, permit: &Permit) -> bool {
    let reveals = meeting.place_reveals || names::tells_a_name(case, permit, &meeting.place);
    !reveals || may_know_where(case, permit)
}

/// Whether to ask first how those who are to attend a meeting can meet: somebody protected is to be there, or at risk of
/// being found, and so is somebody close who does not live with them, protected or not. Once it is answered nobody asks again.
pub fn asks_apart(case: &Case, meeting: &Meeting, day: NaiveDate) -> bool {
    let over = parse_date(&meeting.held_on).is_some_and(|held| held < day)
        || case.is_cancelled(meeting.id)
        || case.presences.iter().any(|mark| mark.meeting == meeting.id);
    if over || meeting.apart.is_some() {
        return false;
    }
    let comes = |party: &&Party| gate::permit(case, Recipient::Party(party.id), Purpose::Attend, day).is_ok();
    let coming: Vec<&Party> = case.parties.iter().filter(comes).collect();
    let close = || coming.iter().copied().filter(|party| is_close(party));
    let live_together = |one: &Party, other: &Party| one.lives_with && other.lives_with;
    let may_be_found = |one: &Party| close().any(|other| other.id != one.id && !live_together(one, other));
    case.person_is_protected() && close().any(|party| !party.lives_with)
        || coming.iter().any(|party| party.is_protected() && may_be_found(party))
}

/// Somebody close, whose contact data are their own and no unit's.
pub fn is_close(party: &Party) -> bool {
    matches!(party.kind, Some(PartyKind::Guardian | PartyKind::Relative | PartyKind::Other))
}

/// The person's contact data are protected, or, for a guardian with whom a child does not live, the other guardian's home.
fn hides_person(case: &Case, viewer: Viewer<'_>) -> bool {
    let elsewhere = |party: &Party| party.kind == Some(PartyKind::Guardian) && !party.lives_with;
    case.person_is_protected() || recipient(case, viewer).is_some_and(elsewhere)
}

/// A protected party's contact data are its own; and no party is told how to reach somebody close.
fn hides_party(party: &Party, case: &Case, viewer: Viewer<'_>) -> bool {
    match recipient(case, viewer) {
        Some(own) if own.id == party.id => false,
        Some(_) => party.is_protected() || is_close(party),
        None => party.is_protected(),
    }
}

/// The party that gets a paper, where it is one.
fn recipient<'a>(case: &'a Case, viewer: Viewer<'_>) -> Option<&'a Party> {
    match viewer {
        Viewer::Screen => None,
        Viewer::Recipient(permit, _) => permit.recipient().party().and_then(|party| case.party(party)),
    }
}

/// What no paper holds, and the places that the recipient may not know.
fn veil_for_paper(case: &Case, seen: &mut Case, permit: &Permit) {
    seen.forms.clear();
    seen.frame.notes.clear();
    seen.protected_openings.clear();
    for meeting in &mut seen.meetings {
        *meeting = meeting_for(case, meeting, permit);
    }
    if may_know_places(case, permit) {
        return;
    }
    for call in seen.calls.iter_mut().filter(|call| Recipient::of(call.party) != permit.recipient()) {
        call.place.clear();
    }
    for version in &mut seen.versions {
        rewrite(&mut version.content, |plan| hide_places(plan, case));
    }
}

/// Whether a recipient may know the places of all meetings, of which some may reveal where somebody is.
pub fn may_know_places(case: &Case, permit: &Permit) -> bool {
    !case.meetings.iter().any(|meeting| meeting.place_reveals) || may_know_where(case, permit)
}

/// Whether a recipient may know where somebody protected is: by a ground that names it, or since it is their own home. Whoever
/// lives with the person knows that home, but not that of somebody else who is protected.
fn may_know_where(case: &Case, permit: &Permit) -> bool {
    let party = permit.recipient().party().and_then(|party| case.party(party));
    let at_home = |party: &Party| case.is_at_home(party) || party.lives_with && !case.protects_another(party);
    party.is_some_and(at_home) || permit.may_see(&[InformationKind::Whereabouts], None)
}

/// Empties the places in a plan, but for those of meetings that reveal nothing. The place may have been changed since the plan
/// was fixed, so that only what is known to be harmless stays.
pub fn hide_places(plan: &mut Plan, case: &Case) {
    let harmless = |place: &str| case.meetings.iter().any(|meeting| !meeting.place_reveals && meeting.place.trim() == place.trim());
    let places = plan.meeting.iter_mut().map(|meeting| &mut meeting.place).chain(plan.follow_up.iter_mut().map(|next| &mut next.place));
    places.filter(|place| !harmless(place)).for_each(String::clear);
}

/// Empties the phone numbers of parties in a frozen plan: they may have been frozen before anybody was protected.
fn without_phones(content: &mut String, hidden: &[PartyId]) {
    rewrite(content, |plan| {
        let roles = plan.roles.iter_mut().filter(|role| role.party.is_some_and(|party| hidden.contains(&party)));
        roles.for_each(|role| role.phone.clear());
    });
}

/// Changes what is shown of a frozen plan. One that is damaged shows nothing.
fn rewrite(content: &mut String, change: impl FnOnce(&mut Plan)) {
    *content = plan::thaw(content)
        .map(|mut plan| {
            change(&mut plan);
            serde_json::to_string(&plan).unwrap_or_default()
        })
        .unwrap_or_default();
}

#[cfg(test)]
mod tests;
