//! What is sent before a meeting: kallelse, inbjudan, and the letter to the person.

use super::agreement::{list, tells};
use super::words::{clock_times, grounds, joined, sentence};
use super::{Source, left_out};
use crate::document::{Block, Document};
use samsyn_plan::acts::Ground;
use samsyn_plan::calling::{self, Appointment};
use samsyn_plan::codes::{
    Basis, CallKind, CallOccasion, InformationKind, MeetApart, MeetingForm, MeetingKind, PartyKind, PlanType, Protection, Scope,
};
use samsyn_plan::drafts::{Attendance, Meeting, Party, Question};
use samsyn_plan::gate::Permit;
use samsyn_plan::ids::PartyId;
use samsyn_plan::law::LawSubject;
use samsyn_plan::text::is_blank;

/// A kallelse to a principal's unit or an inbjudan to somebody else. The person is named by case number and initials alone, since
/// paper goes astray; purpose, questions and the other parties are shown as far as the permit reaches.
pub fn call(source: &Source<'_>, meeting: &Meeting, party: &Party, permit: &Permit) -> Document {
    if source.case.is_cancelled(meeting.id) {
        return cancellation(source, meeting, party, permit);
    }
    let kind = party.call_kind(source.agreements);
    let key = |called: &'static str, invited: &'static str| if kind == CallKind::Called { called } else { invited };
    let texts = source.texts;
    let by_agreement = kind == CallKind::Called && party.principal().is_none();
    let occasion = occasion(source, meeting, Some(party.id));
    let part = calling::part(source.case, meeting.id, party.id);
    let mut hidden = false;
    let consented = source.case.grounds.iter().any(|ground| permit.grounds().contains(&ground.id) && ground.basis == Basis::Consent);
    let invited = if consented { "paper-invitation-lead" } else { "paper-invitation-lead-other" };
    let mut blocks = changes(source, meeting, permit, occasion);
    blocks.push(Block::lead(source.of_plan(key("paper-call-lead", invited), &[])));
    blocks.extend(by_agreement.then(|| Block::text(agreement(source))));
    let facts = call_facts(source, meeting, party, permit);
    blocks.push(Block::Facts(facts));
    hidden |= part.is_some_and(|part| !is_blank(&part.about) && !permit.may_see(&part.kinds, None));
    let by_video = matches!(form(meeting, party), Some(MeetingForm::Video | MeetingForm::Mixed));
    blocks.extend(by_video.then(|| Block::notice(texts.get("paper-call-video"))));
    blocks.push(source.heading("paper-meeting-purpose"));
    let purpose_shown = !meeting.purpose.trim().is_empty() && permit.may_see(&meeting.purpose_kinds, None);
    hidden |= !meeting.purpose.trim().is_empty() && !purpose_shown;
    blocks.push(Block::text(if purpose_shown { meeting.purpose.clone() } else { texts.get("paper-meeting-purpose-general") }));
    let questions: Vec<&Question> =
        questions(source, meeting).into_iter().filter(|question| part.is_none_or(|part| belongs_to(part, question))).collect();
    let shown: Vec<String> =
        questions.iter().filter(|question| permit.may_see(&question.kinds, None)).map(|question| question.text.clone()).collect();
    hidden |= shown.len() < questions.len();
    if !shown.is_empty() {
        let heading = if part.is_some() { "paper-call-part-questions" } else { "paper-meeting-questions" };
        blocks.extend([source.heading(heading), Block::List(shown)]);
    }
    let others = attending(source).into_iter().filter(|other| other.id != party.id);
    let (known, unknown): (Vec<&Party>, Vec<&Party>) = others.partition(|other| permit.may_know(other));
    hidden |= !unknown.is_empty();
    if !known.is_empty() {
        blocks.extend([source.heading("paper-call-others"), Block::List(known.iter().map(|other| source.party(other)).collect())]);
    }
    hidden |= !meeting.prepare.trim().is_empty() && !permit.may_see(&meeting.purpose_kinds, None);
    if !meeting.prepare.trim().is_empty() && permit.may_see(&meeting.purpose_kinds, None) {
        blocks.extend([source.heading("paper-call-prepare"), Block::text(meeting.prepare.trim())]);
    }
    let openings = openings(source, permit);
    if !openings.is_empty() {
        blocks.extend([source.heading("paper-call-may-see"), Block::List(openings)]);
    }
    blocks.extend(left_out(source, permit, hidden));
    blocks.push(source.heading("paper-call-reply"));
    let duty = if by_agreement { "paper-call-agreement-duty" } else { key("paper-call-duty", "paper-invitation-free") };
    let law = match source.case.plan_type {
        PlanType::Sip | PlanType::SipDischarge => LawSubject::Duty,
        PlanType::Lss => LawSubject::LssPlan,
    };
    blocks.push(Block::text(source.of_plan(duty, &[("law", &source.cited(law))])));
    blocks.push(Block::List(list(
        source,
        ["paper-call-reply-comes", key("paper-call-reply-replacement", "paper-call-reply-later"), "paper-call-reply-cannot"],
    )));
    blocks.push(Block::note(texts.get("paper-call-secrecy")));
    let title = match occasion {
        CallOccasion::Changed => key("paper-call-title-changed", "paper-invitation-title-changed"),
        CallOccasion::Reminder => key("paper-call-title-reminder", "paper-invitation-title-reminder"),
        CallOccasion::New | CallOccasion::Cancelled => key("paper-call-title", "paper-invitation-title"),
    };
    source.paper(title, None, blocks)
}

/// To whom, about whom, when, where and how. A part of the meeting is told as a part.
fn call_facts(source: &Source<'_>, meeting: &Meeting, party: &Party, permit: &Permit) -> Vec<(String, String)> {
    let now = Appointment::now(source.case, meeting, permit);
    let part = calling::part(source.case, meeting.id, party.id);
    let when = if part.is_some() { "paper-call-part-time" } else { "paper-meeting-time" };
    let mut facts = vec![
        source.fact("paper-call-to", source.party(party)),
        source.fact("paper-call-about", joined([&source.case.number, &source.case.person.initials()], ", ")),
        source.fact("paper-meeting-kind", kind(source, meeting)),
        source.fact(when, source.day_and_times(&source.typed_day(&meeting.held_on), &now.starts, &now.ends)),
    ];
    if let Some(part) = part.filter(|part| !is_blank(&part.about) && permit.may_see(&part.kinds, None)) {
        facts.push(source.fact("paper-call-part", part.about.trim()));
    }
    facts.push(source.fact("paper-meeting-form", sentence(&source.maybe(form(meeting, party)))));
    // A place that the recipient may not know is left out of what stands here.
    let ask = || source.texts.get("paper-call-place-ask");
    facts.push(source.fact("paper-meeting-place", if is_blank(&now.place) { ask() } else { now.place }));
    // The principals share the duty for the meeting; others are told of its practical matters where those are open to them.
    if party.principal().is_some() || permit.may_see(&[InformationKind::Practical], None) {
        facts.extend(help(source, meeting));
    }
    facts.extend([source.fact("paper-call-from", sender(source, meeting)), source.fact("paper-ground", grounds(source, permit))]);
    facts.extend((!is_blank(&meeting.answer_by)).then(|| source.fact("paper-call-answer-by", source.typed_day(&meeting.answer_by))));
    facts
}

/// What meeting it is; the first is named by the plan that it is to make.
fn kind(source: &Source<'_>, meeting: &Meeting) -> String {
    match meeting.kind {
        Some(MeetingKind::First) => sentence(&source.of_plan("paper-meeting-kind-first", &[])),
        other => sentence(&source.maybe(other)),
    }
}

/// How a party takes part: as it wants to, but by video where that keeps it apart from somebody.
fn form(meeting: &Meeting, party: &Party) -> Option<MeetingForm> {
    let apart = meeting.apart == Some(MeetApart::Video) && party.is_protected();
    party.form.filter(|_| !apart).or(meeting.form)
}

/// Interpreter and aids, where the meeting has them.
fn help(source: &Source<'_>, meeting: &Meeting) -> Vec<(String, String)> {
    let facts =
        [source.fact("paper-meeting-interpreter", meeting.interpreter.trim()), source.fact("paper-meeting-aids", meeting.aids.trim())];
    facts.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// Why something is sent to a recipient now.
fn occasion(source: &Source<'_>, meeting: &Meeting, party: Option<PartyId>) -> CallOccasion {
    calling::standing(source.case, meeting, party, source.today).next.unwrap_or(CallOccasion::New)
}

/// What a changed meeting changes for this recipient, or that it is a reminder.
fn changes(source: &Source<'_>, meeting: &Meeting, permit: &Permit, occasion: CallOccasion) -> Vec<Block> {
    let texts = source.texts;
    let party = permit.recipient().party();
    match (occasion, calling::sent_before(source.case, meeting, party, source.today)) {
        (CallOccasion::Reminder, _) => vec![Block::notice(texts.get("paper-call-reminder"))],
        (CallOccasion::Changed, Some(before)) => {
            let (now, before) = (Appointment::now(source.case, meeting, permit), Appointment::sent(before));
            let time = |when: &Appointment| {
                source.day_and_times(&when.on.map(|day| source.day(day)).unwrap_or_default(), &when.starts, &when.ends)
            };
            let mut lines = Vec::new();
            if !before.same_time(&now) {
                lines.push(texts.with("paper-call-new-time", &[("now", &time(&now)), ("before", &time(&before))]));
            }
            if !before.same_place(&now) {
                let told = [("now", now.place.as_str()), ("before", before.place.as_str())];
                let withheld = now.place.is_empty() || before.place.is_empty();
                lines.push(if withheld { texts.get("paper-call-place-changed") } else { texts.with("paper-call-new-place", &told) });
            }
            vec![Block::notice(lines.join("\n"))]
        }
        _ => Vec::new(),
    }
}

/// That a meeting is cancelled. Why is told to whoever may see everything: nobody has said what the reason gives away.
fn cancellation(source: &Source<'_>, meeting: &Meeting, party: &Party, permit: &Permit) -> Document {
    let mut facts = vec![
        source.fact("paper-call-to", source.party(party)),
        source.fact("paper-call-about", joined([&source.case.number, &source.case.person.initials()], ", ")),
        source.fact("paper-meeting-kind", kind(source, meeting)),
        source.fact("paper-meeting-time", cancelled_time(source, meeting, Some(party.id))),
        source.fact("paper-call-from", sender(source, meeting)),
    ];
    let reason = cancelled_because(source, meeting);
    let told = permit.may_see(&[], None);
    facts.extend((told && !reason.is_empty()).then(|| source.fact("paper-cancelled-reason", reason)));
    let mut blocks = vec![Block::lead(source.texts.get("paper-cancelled-lead")), Block::Facts(facts)];
    blocks.extend(left_out(source, permit, !told && !reason.is_empty()));
    blocks.extend([Block::text(source.texts.get("paper-cancelled-next")), Block::note(source.texts.get("paper-call-secrecy"))]);
    source.paper("paper-cancelled-title", None, blocks)
}

/// The time that is cancelled: the one that was sent, since the recipient knows no other.
fn cancelled_time(source: &Source<'_>, meeting: &Meeting, party: Option<PartyId>) -> String {
    let newest = source.case.newest_call(meeting.id, party).filter(|call| call.held_on.is_some());
    newest.map_or_else(
        || source.meeting_time(meeting),
        |call| source.day_and_times(&call.held_on.map(|day| source.day(day)).unwrap_or_default(), &call.starts, &call.ends),
    )
}

/// Why a meeting was cancelled.
fn cancelled_because<'a>(source: &Source<'a>, meeting: &Meeting) -> &'a str {
    source.case.newest_mark(meeting.id).map_or("", |mark| mark.reason.trim())
}

/// That a school is called, by the local agreement.
fn agreement(source: &Source<'_>) -> String {
    let place = source.agreements.source.trim();
    if place.is_empty() {
        source.texts.get("paper-call-agreement")
    } else {
        source.texts.with("paper-call-agreement-in", &[("where", place)])
    }
}

/// Whether a question belongs to a part of the meeting: all that it gives away is what the part is about.
fn belongs_to(part: &Attendance, question: &Question) -> bool {
    part.kinds.is_empty() || !question.kinds.is_empty() && question.kinds.iter().all(|kind| part.kinds.contains(kind))
}

/// The letter to the person: time, place, who comes, what about. An address is left out where it is protected.
pub fn letter(source: &Source<'_>, meeting: &Meeting, permit: &Permit) -> Document {
    let texts = source.texts;
    let cancelled = source.case.is_cancelled(meeting.id);
    let occasion = occasion(source, meeting, None);
    let person = &source.case.person;
    let open = person.protection.is_none_or(|protection| protection == Protection::None);
    let mut blocks = Vec::new();
    if open && !person.address.trim().is_empty() {
        blocks.push(Block::text(format!("{}\n{}", person.name(), person.address.trim())));
    }
    blocks.push(Block::lead(texts.with("paper-letter-greeting", &[("name", person.first_name.trim())])));
    if cancelled {
        blocks.extend(cancelled_letter(source, meeting));
        return Document { large_type: true, ..source.paper("paper-letter-title-cancelled", None, blocks) };
    }
    let lead = match occasion {
        CallOccasion::Changed => "paper-letter-lead-changed",
        CallOccasion::Reminder => "paper-letter-lead-reminder",
        CallOccasion::New | CallOccasion::Cancelled => "paper-letter-lead",
    };
    blocks.push(Block::text(texts.get(lead)));
    blocks.extend(if occasion == CallOccasion::Changed { changes(source, meeting, permit, occasion) } else { Vec::new() });
    let mut facts = vec![
        source.fact("paper-meeting-time", sentence(&source.meeting_time(meeting))),
        source.fact("paper-meeting-place", joined([&meeting.place, &source.maybe(meeting.form)], ", ")),
        source.fact("paper-meeting-leader", &meeting.leader),
    ];
    facts.extend(help(source, meeting));
    blocks.push(Block::Facts(facts));
    let who: Vec<String> = attending(source).into_iter().map(|party| with_part(source, meeting, party)).collect();
    if !who.is_empty() {
        blocks.extend([source.heading("paper-letter-who"), Block::List(who)]);
    }
    let asked: Vec<String> = questions(source, meeting).iter().map(|question| question.text.clone()).collect();
    if !is_blank(&meeting.purpose) || !asked.is_empty() {
        blocks.extend([source.heading("paper-letter-about"), Block::text(meeting.purpose.trim()), Block::List(asked)]);
    }
    blocks.push(source.heading("paper-letter-yours"));
    blocks.push(Block::List(list(source, ["paper-letter-first", "paper-letter-choose", "paper-letter-pause", "paper-letter-change"])));
    let wishes = joined([&source.case.preparation.way, &source.case.preparation.support, &person.needs], "\n");
    if !wishes.is_empty() {
        blocks.extend([source.heading("paper-letter-wishes"), Block::quote(wishes)]);
    }
    blocks.push(source.heading("paper-letter-cannot"));
    blocks.push(Block::text(reach_us(source, "paper-letter-tell-us", "paper-letter-call-us")));
    blocks.push(Block::text(texts.get("paper-letter-closing")));
    blocks.push(Block::text(format!("{}\n{}", meeting.leader.trim(), source.author())));
    Document { large_type: true, ..source.paper("paper-letter-title", None, blocks) }
}

/// The letter that says that the meeting is cancelled.
fn cancelled_letter(source: &Source<'_>, meeting: &Meeting) -> Vec<Block> {
    let when = cancelled_time(source, meeting, None);
    let mut blocks = vec![Block::notice(source.texts.with("paper-letter-cancelled", &[("when", &when)]))];
    let reason = cancelled_because(source, meeting);
    blocks.extend((!reason.is_empty()).then(|| Block::text(reason)));
    blocks.push(Block::text(reach_us(source, "paper-letter-cancelled-tell-us", "paper-letter-cancelled-call-us")));
    blocks.push(Block::text(format!("{}\n{}", meeting.leader.trim(), source.author())));
    blocks
}

/// How to reach the unit: by phone where it has one.
fn reach_us(source: &Source<'_>, tell: &str, phone: &str) -> String {
    match source.organisation.phone.trim() {
        "" => source.texts.get(tell),
        number => source.texts.with(phone, &[("phone", number)]),
    }
}

/// A party that comes, and from when to when where it is there for a part.
fn with_part(source: &Source<'_>, meeting: &Meeting, party: &Party) -> String {
    let part = calling::part(source.case, meeting.id, party.id);
    let times = part.map(|part| clock_times(&part.starts, &part.ends)).unwrap_or_default();
    let line = source.party(party);
    if times.is_empty() { line } else { source.texts.with("paper-letter-part", &[("who", &line), ("time", &times)]) }
}

/// Who calls, and how to answer.
fn sender(source: &Source<'_>, meeting: &Meeting) -> String {
    let who = joined([&meeting.leader, &source.author()], ", ");
    joined([&who, &source.organisation.phone], "\n")
}

/// The meeting's questions; those of no meeting belong to the first.
pub(super) fn questions<'a>(source: &Source<'a>, meeting: &Meeting) -> Vec<&'a Question> {
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

/// What the recipient's grounds open, one line a ground: as far as the permit reaches, since a ground may be wider than what all
/// who must consent have opened.
fn openings(source: &Source<'_>, permit: &Permit) -> Vec<String> {
    let to = permit.recipient().party().and_then(|party| source.case.party(party));
    // What a child keeps from a guardian is not named to the guardian either (12 kap. 3 § OSL).
    let to_guardian = to.is_some_and(|to| to.kind == Some(PartyKind::Guardian));
    let mut lines: Vec<String> = Vec::new();
    for ground in source.case.grounds.iter().filter(|ground| permit.grounds().contains(&ground.id) && tells(ground)) {
        // Of kinds, those that are left stand there; of a plan, what is not.
        let except = if ground.scope != Scope::WholePlan || ground.except.is_empty() || to_guardian {
            String::new()
        } else {
            source.texts.with("paper-call-except", &[("kinds", &source.codes(&ground.except))])
        };
        let statement = if ground.scope == Scope::Stated { ground.statement.trim() } else { "" };
        let line = joined([&opened(source, ground, permit), &except, statement], ". ");
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// What of a ground a permit lets through, in words.
fn opened(source: &Source<'_>, ground: &Ground, permit: &Permit) -> String {
    match ground.scope {
        Scope::WholePlan if permit.sees_everything() => source.texts.get("paper-call-whole-plan"),
        Scope::WholePlan => source.texts.get("paper-call-plan"),
        Scope::OwnMeasures => source.texts.get("paper-call-own-measures"),
        Scope::Stated => sentence(&source.code(Scope::Stated)),
        Scope::Kinds => {
            let told = permit.kinds();
            sentence(&source.codes(&ground.kinds.iter().copied().filter(|kind| told.contains(kind)).collect::<Vec<_>>()))
        }
    }
}
