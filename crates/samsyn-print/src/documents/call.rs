//! What is sent before a meeting: kallelse, inbjudan, and the letter to the person.

use super::agreement::{list, scope, tells};
use super::words::{grounds, joined, sentence};
use super::{Source, left_out};
use crate::document::{Block, Document};
use samsyn_plan::acts::Ground;
use samsyn_plan::codes::{Basis, CallKind, InformationKind, PartyKind, Protection, Scope};
use samsyn_plan::drafts::{Meeting, Party, Question};
use samsyn_plan::gate::Permit;
use samsyn_plan::law::LawSubject;

/// A kallelse to a principal's unit or an inbjudan to somebody else. The person is named by case number and initials alone, since
/// paper goes astray; purpose, questions and the other parties are shown as far as the permit reaches.
pub fn call(source: &Source<'_>, meeting: &Meeting, party: &Party, permit: &Permit) -> Document {
    let kind = party.call_kind(source.agreements);
    let key = |called: &'static str, invited: &'static str| if kind == CallKind::Called { called } else { invited };
    let texts = source.texts;
    let mut hidden = false;
    let consented = source.case.grounds.iter().any(|ground| permit.grounds().contains(&ground.id) && ground.basis == Basis::Consent);
    let invited = if consented { "paper-invitation-lead" } else { "paper-invitation-lead-other" };
    let mut blocks = vec![Block::lead(texts.get(key("paper-call-lead", invited)))];
    blocks.push(Block::Facts(vec![
        source.fact("paper-call-to", party.title_line()),
        source.fact("paper-call-about", joined([&source.case.number, &source.case.person.initials()], ", ")),
        source.fact("paper-meeting-kind", sentence(&source.maybe(meeting.kind))),
        source.fact("paper-meeting-time", source.meeting_time(meeting)),
        source.fact("paper-meeting-form", sentence(&source.maybe(meeting.form))),
        source.fact("paper-meeting-place", &meeting.place),
        source.fact("paper-call-from", sender(source, meeting)),
        source.fact("paper-ground", grounds(source, permit)),
        source.fact("paper-call-answer-by", source.typed_day(&meeting.answer_by)),
    ]));
    blocks.push(source.heading("paper-meeting-purpose"));
    let purpose_shown = !meeting.purpose.trim().is_empty() && permit.may_see(&meeting.purpose_kinds, None);
    hidden |= !meeting.purpose.trim().is_empty() && !purpose_shown;
    blocks.push(Block::text(if purpose_shown { meeting.purpose.clone() } else { texts.get("paper-meeting-purpose-general") }));
    let questions = questions(source, meeting);
    let shown: Vec<String> =
        questions.iter().filter(|question| permit.may_see(&question.kinds, None)).map(|question| question.text.clone()).collect();
    hidden |= shown.len() < questions.len();
    if !shown.is_empty() {
        blocks.extend([source.heading("paper-meeting-questions"), Block::List(shown)]);
    }
    let others = attending(source).into_iter().filter(|other| other.id != party.id);
    let (known, unknown): (Vec<&Party>, Vec<&Party>) = others.partition(|other| may_know(permit, other));
    hidden |= !unknown.is_empty();
    if !known.is_empty() {
        blocks.extend([source.heading("paper-call-others"), Block::List(known.iter().map(|other| other.title_line()).collect())]);
    }
    hidden |= !meeting.prepare.trim().is_empty() && !permit.may_see(&meeting.purpose_kinds, None);
    if !meeting.prepare.trim().is_empty() && permit.may_see(&meeting.purpose_kinds, None) {
        blocks.extend([source.heading("paper-call-prepare"), Block::text(meeting.prepare.trim())]);
    }
    blocks.extend([source.heading("paper-call-may-see"), Block::List(openings(source, permit))]);
    blocks.extend(left_out(source, permit, hidden));
    blocks.push(source.heading("paper-call-reply"));
    blocks.push(Block::text(texts.with(key("paper-call-duty", "paper-invitation-free"), &[("law", &source.cited(LawSubject::Duty))])));
    blocks.push(Block::List(list(
        source,
        ["paper-call-reply-comes", key("paper-call-reply-replacement", "paper-call-reply-later"), "paper-call-reply-cannot"],
    )));
    blocks.push(Block::note(texts.get("paper-call-secrecy")));
    source.paper(key("paper-call-title", "paper-invitation-title"), None, blocks)
}

/// The letter to the person: time, place, who comes, what about. An address is left out where it is protected.
pub fn letter(source: &Source<'_>, meeting: &Meeting) -> Document {
    let texts = source.texts;
    let person = &source.case.person;
    let open = person.protection.is_none_or(|protection| protection == Protection::None);
    let mut blocks = Vec::new();
    if open && !person.address.trim().is_empty() {
        blocks.push(Block::text(format!("{}\n{}", person.name(), person.address.trim())));
    }
    blocks.push(Block::lead(texts.with("paper-letter-greeting", &[("name", person.first_name.trim())])));
    blocks.push(Block::text(texts.get("paper-letter-lead")));
    blocks.push(Block::Facts(vec![
        source.fact("paper-meeting-time", sentence(&source.meeting_time(meeting))),
        source.fact("paper-meeting-place", joined([&meeting.place, &source.maybe(meeting.form)], ", ")),
        source.fact("paper-meeting-leader", &meeting.leader),
    ]));
    blocks.extend([source.heading("paper-letter-who"), Block::List(attending(source).iter().map(|party| party.title_line()).collect())]);
    blocks.push(source.heading("paper-letter-about"));
    blocks.push(Block::text(meeting.purpose.trim()));
    blocks.push(Block::List(questions(source, meeting).iter().map(|question| question.text.clone()).collect()));
    blocks.push(source.heading("paper-letter-yours"));
    blocks.push(Block::List(list(source, ["paper-letter-first", "paper-letter-choose", "paper-letter-pause", "paper-letter-change"])));
    let wishes = joined([&source.case.preparation.way, &source.case.preparation.support, &person.needs], "\n");
    if !wishes.is_empty() {
        blocks.extend([source.heading("paper-letter-wishes"), Block::quote(wishes)]);
    }
    blocks.push(source.heading("paper-letter-cannot"));
    let phone = source.organisation.phone.trim();
    blocks.push(Block::text(if phone.is_empty() {
        texts.get("paper-letter-tell-us")
    } else {
        texts.with("paper-letter-call-us", &[("phone", phone)])
    }));
    blocks.push(Block::text(texts.get("paper-letter-closing")));
    blocks.push(Block::text(format!("{}\n{}", meeting.leader.trim(), source.author())));
    Document { large_type: true, ..source.paper("paper-letter-title", None, blocks) }
}

/// Who calls, and how to answer.
fn sender(source: &Source<'_>, meeting: &Meeting) -> String {
    let organisation = source.organisation;
    let who = joined([&meeting.leader, &source.author()], ", ");
    joined([&who, &organisation.phone, &organisation.address], "\n")
}

/// The meeting's questions; those of no meeting belong to the first.
fn questions<'a>(source: &Source<'a>, meeting: &Meeting) -> Vec<&'a Question> {
    let first = source.case.first_meeting().is_some_and(|first| first.id == meeting.id);
    let of_meeting = |question: &&Question| question.meeting == Some(meeting.id) || question.meeting.is_none() && first;
    source.case.questions.iter().filter(of_meeting).filter(|question| !question.text.trim().is_empty()).collect()
}

/// The parties that have a ground to be in the room.
fn attending<'a>(source: &Source<'a>) -> Vec<&'a Party> {
    use samsyn_plan::gate::{Purpose, Recipient, permit};
    let may_attend = |party: &&Party| permit(source.case, Recipient::Party(party.id), Purpose::Attend, source.today).is_ok();
    source.case.parties.iter().filter(may_attend).collect()
}

/// Whether a recipient may know that another party takes part: that a unit is there tells what the person needs.
fn may_know(permit: &Permit, other: &Party) -> bool {
    use InformationKind as Kind;
    let told: &[Kind] = match other.kind {
        Some(PartyKind::Municipality | PartyKind::Region | PartyKind::Private | PartyKind::Organisation) => {
            &[Kind::Addiction, Kind::MentalHealth]
        }
        Some(PartyKind::School) => &[Kind::Schooling],
        Some(PartyKind::Employer) => &[Kind::Work],
        Some(PartyKind::Authority) => &[Kind::Economy, Kind::Work],
        Some(PartyKind::Relative | PartyKind::Guardian | PartyKind::Representative | PartyKind::Other) | None => &[Kind::Family],
    };
    permit.may_see(told, None)
}

/// What the recipient's grounds open, one line a ground.
fn openings(source: &Source<'_>, permit: &Permit) -> Vec<String> {
    let line = |ground: &Ground| {
        let own = ground.scope == Scope::OwnMeasures;
        let opened = if own { source.texts.get("paper-call-own-measures") } else { scope(source, ground) };
        let except = if ground.except.is_empty() {
            String::new()
        } else {
            source.texts.with("paper-call-except", &[("kinds", &source.codes(&ground.except))])
        };
        let statement = if ground.scope == Scope::Stated { ground.statement.clone() } else { String::new() };
        joined([opened, except, statement], ". ")
    };
    let grounds = source.case.grounds.iter().filter(|ground| permit.grounds().contains(&ground.id) && tells(ground));
    grounds.map(line).collect()
}
