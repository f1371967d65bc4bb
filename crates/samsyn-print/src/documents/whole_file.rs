//! Everything that a case holds of its person, in order, for the person who asks to read it.
//!
//! Notes for whoever works with the case, what is said of safety at a meeting, what must not be raised, and whatever says how to
//! reach others are not there; and the paper says so without saying what there is of it.

use super::words::{figures, joined, sentence};
use super::{Source, after, agreement, call, handing, log, notice, plan, preparation};
use crate::document::{Block, Document};
use samsyn_plan::acts::{Call, Offer};
use samsyn_plan::drafts::Meeting;
use samsyn_plan::text::is_blank;

/// The whole file. Each paper of the case is a chapter of its own.
pub fn whole_file(source: &Source<'_>) -> Document {
    let case = source.case;
    let mut facts = source.person();
    facts.extend(contact_data(source));
    facts.extend([
        source.fact("paper-file-number", joined([&case.number, &case.frame.diary_number], " · ")),
        source.fact("paper-file-opened", source.moment(case.opened_at)),
        source.fact("paper-file-kept-by", joined([source.organisation.controller.clone(), source.author()], "\n")),
    ]);
    let mut blocks = vec![
        Block::lead(source.of_plan("paper-file-lead", &[])),
        Block::notice(source.texts.get("paper-file-left-out")),
        Block::Facts(facts),
    ];
    blocks.extend(need(source));
    blocks.extend(child(source));
    blocks.extend(offers(source));
    for paper in papers_before(source) {
        blocks.extend(chapter(source, paper));
    }
    blocks.extend(calls(source));
    blocks.extend(meetings(source));
    for paper in papers_after(source) {
        blocks.extend(chapter(source, paper));
    }
    blocks.extend(kept(source));
    blocks.extend(archived(source));
    source.paper("paper-file-title", None, blocks)
}

fn papers_before(source: &Source<'_>) -> Vec<Document> {
    let case = source.case;
    let mut papers = Vec::new();
    papers.extend((!case.sip_yeses.is_empty()).then(|| agreement::sip_yes(source)));
    papers.extend(preparation::is_begun(&case.preparation).then(|| preparation::preparation(source)));
    papers.extend((!case.grounds.is_empty()).then(|| agreement::consents(source)));
    papers.extend(case.withdrawals.iter().filter_map(|entry| after::withdrawal(source, entry)));
    papers.extend(case.notices.iter().map(|entry| notice::notice(source, entry)));
    papers
}

fn papers_after(source: &Source<'_>) -> Vec<Document> {
    let case = source.case;
    let mut papers: Vec<Document> = case.versions.iter().filter_map(|version| plan::plan_version(source, version)).collect();
    papers.extend(case.follow_ups.iter().map(|held| after::follow_up(source, held)));
    papers.extend(case.deviations.iter().map(|entry| after::deviation(source, entry)));
    papers.extend(case.hand_overs.iter().map(|given| handing::hand_over(source, given)));
    papers.extend(case.closings.first().map(|closing| after::closing(source, closing)));
    papers.extend((!case.disclosures.is_empty()).then(|| log::disclosures(source)));
    papers
}

/// A paper as a chapter: its headings lie beneath its title, and there is nothing to fill in or to sign.
fn chapter(source: &Source<'_>, paper: Document) -> Vec<Block> {
    let blocks = paper.blocks.into_iter().filter(|block| !matches!(block, Block::Signatures(_)));
    let beneath = |block| match block {
        Block::Heading { level, text } => Block::Heading { level: level.saturating_add(1).min(3), text },
        Block::WritingLines(_) => Block::text(source.texts.get("paper-nothing")),
        other => other,
    };
    [Block::PageBreak, Block::heading(1, paper.title)].into_iter().chain(blocks.map(beneath)).collect()
}

/// Facts that have a value.
fn told(facts: Vec<(String, String)>) -> Block {
    Block::Facts(facts.into_iter().filter(|(_, value)| !is_blank(value)).collect())
}

/// How the person is reached and takes part. That a person is protected stands on no paper, and neither does where she or he lives.
fn contact_data(source: &Source<'_>) -> Vec<(String, String)> {
    let person = &source.case.person;
    let reached = [
        ("field-person-address", &person.address),
        ("field-person-phone", &person.phone),
        ("field-person-email", &person.email),
        ("field-person-municipality", &person.municipality),
    ];
    let taking_part = [("field-person-language", &person.language), ("field-person-needs", &person.needs)];
    let told = reached.into_iter().filter(|_| !person.is_protected()).chain(taking_part);
    told.filter(|(_, value)| !is_blank(value)).map(|(key, value)| source.fact(key, value)).collect()
}

/// What is written of a child beside the versions of the plan. What is to be known of the custody is about others too.
fn child(source: &Source<'_>) -> Vec<Block> {
    let child = &source.case.child;
    let facts = told(vec![
        source.fact("field-child-custody", sentence(&source.maybe(child.custody))),
        source.fact("field-child-fb-6-13a", &child.fb_6_13a),
        source.fact("field-child-informed", &child.informed),
        source.fact("field-child-takes-part", &child.takes_part),
        source.fact("paper-child-opinion", &child.opinion),
        source.fact("field-child-opinion-by", &child.opinion_by),
        source.fact("paper-child-best-interests", &child.best_interests),
        source.fact("field-child-best-interests-by", &child.best_interests_by),
    ]);
    if facts == Block::Facts(Vec::new()) { Vec::new() } else { vec![source.heading("paper-child"), facts] }
}

fn need(source: &Source<'_>) -> Vec<Block> {
    let need = &source.case.need;
    let facts = told(vec![
        source.fact("field-need-seen-by", joined([&need.seen_by, &need.seen_at_unit], ", ")),
        source.fact("field-need-seen-on", source.typed_day(&need.seen_on)),
        source.fact("field-need-description", &need.description),
        source.fact("field-need-areas", sentence(&source.codes(&need.areas))),
        source.fact("field-need-main-area", sentence(&source.maybe(need.main_area))),
        source.fact("field-need-waiting-for", &need.waiting_for),
        source.fact("field-need-waiting-since", source.typed_day(&need.waiting_since)),
        source.fact("field-need-guarantee-on", source.typed_day(&need.guarantee_on)),
        source.fact("field-need-minor-children", sentence(&source.maybe(need.minor_children))),
    ]);
    let mut blocks = vec![source.heading("paper-file-need")];
    blocks.push(if facts == Block::Facts(Vec::new()) { Block::text(source.texts.get("paper-nothing")) } else { facts });
    if !is_blank(&need.own_words) {
        blocks.extend([Block::heading(2, source.texts.get("field-need-own-words")), Block::quote(need.own_words.trim())]);
    }
    blocks
}

fn offers(source: &Source<'_>) -> Vec<Block> {
    if source.case.offers.is_empty() {
        return Vec::new();
    }
    let line = |offer: &Offer| {
        let what = joined([source.code(offer.kind), source.code(offer.outcome)], ", ");
        (source.day(offer.on), joined([sentence(&what).as_str(), &offer.who, &offer.reason], "\n"))
    };
    vec![source.heading("paper-file-offers"), Block::Facts(source.case.offers.iter().map(line).collect())]
}

/// What was sent before the meetings, and the answers.
fn calls(source: &Source<'_>) -> Vec<Block> {
    let case = source.case;
    if case.calls.is_empty() {
        return Vec::new();
    }
    let heads = ["paper-column-when", "paper-column-recipient", "paper-column-what", "paper-column-delivery", "paper-file-answer"];
    let row = |call: &Call| {
        let to = call.party.and_then(|party| case.party(party)).map_or_else(|| case.person.name(), |party| source.party(party));
        let reply = case.reply_to(call.id);
        let answer = reply.map(|reply| joined([&source.code(reply.reply), &reply.replacement, &reply.note], ", ")).unwrap_or_default();
        let day = call.held_on.map(|day| source.day(day)).unwrap_or_default();
        let meeting = source.day_and_times(&day, &call.starts, &call.ends);
        let what = joined([&source.code(call.kind), &source.code(call.occasion)], ", ");
        vec![
            source.moment(call.at),
            to,
            joined([&sentence(&what), &meeting, &call.place], "\n"),
            sentence(&source.code(call.delivery)),
            sentence(&answer),
        ]
    };
    let table = Block::Table {
        head: heads.iter().map(|key| source.texts.get(key)).collect(),
        widths: vec![1.3, 2.2, 2.6, 1.5, 1.6],
        rows: case.calls.iter().map(row).collect(),
        caption: None,
    };
    vec![Block::PageBreak, source.heading("paper-file-calls"), table]
}

fn meetings(source: &Source<'_>) -> Vec<Block> {
    if source.case.meetings.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![source.heading("paper-file-meetings")];
    for meeting in &source.case.meetings {
        let kind = meeting.kind.map_or_else(|| source.texts.get("paper-file-meeting"), |kind| source.code(kind));
        let held = of_meeting(source, meeting);
        blocks.push(Block::heading(2, sentence(&kind)));
        blocks.extend(if held.is_empty() { vec![Block::text(source.texts.get("paper-nothing"))] } else { held });
    }
    blocks
}

fn of_meeting(source: &Source<'_>, meeting: &Meeting) -> Vec<Block> {
    let mut blocks = vec![told(meeting_facts(source, meeting))];
    if !is_blank(&meeting.own_words) {
        blocks.push(Block::quote(meeting.own_words.trim()));
    }
    if !is_blank(&meeting.situation) {
        blocks.push(Block::text(meeting.situation.trim()));
    }
    let agenda = source.case.agenda_items.iter().filter(|item| item.meeting == Some(meeting.id) && !is_blank(&item.minutes));
    blocks.push(Block::Facts(agenda.map(|item| (item.text.clone(), item.minutes.clone())).collect()));
    blocks.push(Block::List(call::questions(source, meeting).iter().map(|question| question.text.clone()).collect()));
    blocks.retain(|block| *block != Block::List(Vec::new()) && *block != Block::Facts(Vec::new()));
    blocks
}

fn meeting_facts(source: &Source<'_>, meeting: &Meeting) -> Vec<(String, String)> {
    let present = source.case.presence(meeting.id);
    let present: Vec<String> = present.iter().map(|mark| joined([&mark.name, &source.code(mark.mark)], ": ")).collect();
    let cancelled = if source.case.is_cancelled(meeting.id) { source.texts.get("paper-file-cancelled") } else { String::new() };
    vec![
        source.fact("paper-plan-meeting", joined([&source.meeting_time(meeting), &meeting.place, &cancelled], "\n")),
        source.fact("paper-file-purpose", meeting.purpose.trim()),
        source.fact("paper-call-prepare", meeting.prepare.trim()),
        source.fact("paper-meeting-interpreter", meeting.interpreter.trim()),
        source.fact("paper-meeting-aids", meeting.aids.trim()),
        source.fact("paper-meeting-leader", meeting.leader.trim()),
        source.fact("paper-meeting-note-taker", meeting.note_taker.trim()),
        source.fact("paper-plan-present", present.join("\n")),
        source.fact("field-meeting-absence", joined([sentence(&source.maybe(meeting.absence)).as_str(), &meeting.absence_reason], ". ")),
    ]
}

/// Files that are kept with the case, and where the versions were filed.
fn kept(source: &Source<'_>) -> Vec<Block> {
    let case = source.case;
    let mut blocks = Vec::new();
    let files = case.attachments.iter().map(|file| {
        let annulled = after::annulled(source, case.annulment(file.id.0)).unwrap_or_default();
        (file.label.clone(), joined([&source.moment(file.at), &file.by, &annulled], "\n"))
    });
    let files: Vec<_> = files.collect();
    if !files.is_empty() {
        blocks.extend([source.heading("paper-file-kept"), Block::text(source.texts.get("paper-file-kept-lead")), Block::Facts(files)]);
    }
    let noted = case.filings.iter().map(|filing| {
        let number = case.version(filing.version).map(|version| version.number.to_string()).unwrap_or_default();
        let version = source.texts.with("paper-log-version", &[("version", &number)]);
        (sentence(&version), joined([&figures(Some(filing.on)), &filing.reference], ", "))
    });
    let noted: Vec<_> = noted.collect();
    if !noted.is_empty() {
        blocks.extend([source.heading("paper-file-filed"), Block::Facts(noted)]);
    }
    blocks
}

/// Where the archive copies are, and why the case is to be kept.
fn archived(source: &Source<'_>) -> Vec<Block> {
    let case = source.case;
    let copies = case.archive_copies.iter().map(|copy| {
        let annulled = after::annulled(source, case.annulment(copy.id.0)).unwrap_or_default();
        let filed = joined([&figures(Some(copy.on)), &copy.place, &copy.filed_by], ", ");
        (copy.what.clone(), joined([&filed, &annulled], "\n"))
    });
    let holds = case.disposal_holds.iter().map(|hold| {
        let lifted = case.disposal_lifts.iter().find(|lift| lift.hold == hold.id);
        let lifted =
            lifted.map(|lift| source.texts.with("paper-file-lifted", &[("at", &source.moment(lift.at)), ("reason", &lift.reason)]));
        let reason = joined([&sentence(&source.code(hold.reason)), &hold.note], ". ");
        let facts =
            [source.texts.with("paper-file-held-at", &[("at", &source.moment(hold.at)), ("by", &hold.by)]), lifted.unwrap_or_default()];
        (source.texts.get("paper-file-held"), joined([&reason, &facts.join("\n")], "\n"))
    });
    let facts: Vec<_> = copies.chain(holds).collect();
    if facts.is_empty() { Vec::new() } else { vec![source.heading("paper-file-archived"), Block::Facts(facts)] }
}
