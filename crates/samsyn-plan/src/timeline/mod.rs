//! The timeline of a case: what has happened around the person's plan and what is booked, in order. It is read from what was
//! done, and is no log of changes.

use crate::{acts::*, case::Case, codes::*, dates::parse_date, drafts::Party, ids::PartyId};
use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something that happened around a plan, or is booked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Happening {
    /// The day, in Sweden.
    pub on: NaiveDate,
    /// When it was entered, which orders what happened on one day; nothing for what was never entered as done.
    pub at: Option<DateTime<Utc>>,
    /// What it is.
    pub kind: HappeningKind,
    /// What it is about.
    pub group: HappeningGroup,
    /// Whom it is about, in words; empty where it is about the case.
    pub who: String,
    /// The key of the words that say more, such as which kind of meeting; empty where nothing more is said.
    pub about: String,
    /// The number of the version that it is about.
    pub version: Option<u32>,
    /// Whether its day is still to come.
    pub ahead: bool,
}

/// What has happened until a day, and what is booked after it, in order. What was annulled is left out. `day_of` gives the day in
/// Sweden of a moment.
pub fn timeline(case: &Case, today: NaiveDate, day_of: fn(DateTime<Utc>) -> NaiveDate) -> Vec<Happening> {
    let mut told = Told { case, today, day_of, happenings: Vec::new() };
    told.beginning();
    told.consents();
    told.calling();
    told.meetings();
    told.plan();
    told.afterwards();
    let mut happenings = told.happenings;
    happenings.sort_by_key(|happening| (happening.on, happening.at, happening.kind));
    happenings
}

struct Told<'a> {
    case: &'a Case,
    today: NaiveDate,
    day_of: fn(DateTime<Utc>) -> NaiveDate,
    happenings: Vec<Happening>,
}

impl Told<'_> {
    /// Enters something that happened, and gives it so that more can be said of it.
    fn tell(&mut self, kind: HappeningKind, on: NaiveDate, at: Option<DateTime<Utc>>, who: String) -> Option<&mut Happening> {
        let ahead = on > self.today;
        let (about, version) = (String::new(), None);
        self.happenings.push(Happening { on, at, kind, group: kind.group(), who, about, version, ahead });
        self.happenings.last_mut()
    }

    /// A party as it is called, or the person by the first name.
    fn who(&self, party: Option<PartyId>) -> String {
        match party {
            Some(party) => self.case.party(party).map(Party::short_name).unwrap_or_default(),
            None => self.case.person.first_name.trim().to_owned(),
        }
    }

    fn beginning(&mut self) {
        let case = self.case;
        if let Some(seen) = parse_date(&case.need.seen_on) {
            self.tell(HappeningKind::NeedSeen, seen, None, case.need.seen_by.trim().to_owned());
        }
        self.tell(HappeningKind::CaseOpened, (self.day_of)(case.opened_at), Some(case.opened_at), String::new());
        for offer in case.offers.iter().filter(|offer| !case.is_annulled(offer.id.0)) {
            let kind = match offer.kind {
                OfferKind::Offered => HappeningKind::Offered,
                OfferKind::AskedFor => HappeningKind::AskedFor,
            };
            if let Some(told) = self.tell(kind, offer.on, Some(offer.at), offer.who.trim().to_owned()) {
                told.about = offer.outcome.text_key();
            }
        }
        for yes in &case.sip_yeses {
            let kind = if yes.answer == Answer::Yes { HappeningKind::SipYes } else { HappeningKind::SipNo };
            self.tell(kind, yes.on, Some(yes.at), self.who(yes.given_by));
        }
    }

    fn consents(&mut self) {
        let case = self.case;
        for ground in case.grounds.iter().filter(|ground| !case.is_annulled(ground.id.0)) {
            let kind = match (ground.basis, ground.answer) {
                (Basis::Consent, Answer::Yes) => HappeningKind::ConsentGiven,
                (Basis::Consent, Answer::No) => HappeningKind::ConsentRefused,
                _ => HappeningKind::OtherGround,
            };
            let who = self.who(Some(ground.party));
            if let Some(told) = self.tell(kind, ground.on, Some(ground.at), who)
                && kind == HappeningKind::OtherGround
            {
                told.about = ground.basis.text_key();
            }
            if let Some(last) = self.last_day(ground) {
                self.tell(HappeningKind::GroundEnds, last, None, self.who(Some(ground.party)));
            }
        }
        for withdrawal in &case.withdrawals {
            let party = case.grounds.iter().find(|ground| ground.id == withdrawal.ground).map(|ground| ground.party);
            if let Some(party) = party {
                self.tell(HappeningKind::GroundWithdrawn, withdrawal.from, Some(withdrawal.at), self.who(Some(party)));
            }
        }
    }

    /// The last day of a yes that nobody withdrew or gave anew for longer. A ground of one day was for what was told that day.
    fn last_day(&self, ground: &Ground) -> Option<NaiveDate> {
        let case = self.case;
        let holds = |one: &Ground| {
            one.answer == Answer::Yes && !case.is_annulled(one.id.0) && !case.withdrawals.iter().any(|each| each.ground == one.id)
        };
        let same = |one: &Ground| one.party == ground.party && one.given_by == ground.given_by && holds(one);
        let longer = |one: &Ground| one.valid_to.is_none() || one.valid_to > ground.valid_to;
        let renewed = case.grounds.iter().any(|one| same(one) && longer(one));
        ground.valid_to.filter(|last| holds(ground) && !renewed && *last != ground.valid_from)
    }

    fn calling(&mut self) {
        let case = self.case;
        for notice in case.notices.iter().filter(|notice| !case.is_annulled(notice.id.0)) {
            if let Some(told) = self.tell(HappeningKind::NoticeSent, notice.on, Some(notice.at), notice.sender.trim().to_owned()) {
                told.about = notice.kind.text_key();
            }
        }
        for call in &case.calls {
            let kind = match (call.occasion, call.kind) {
                (CallOccasion::Cancelled, _) => HappeningKind::CancellationSent,
                (_, CallKind::Called) => HappeningKind::CallSent,
                (_, CallKind::Invited) => HappeningKind::InvitationSent,
                (_, CallKind::Letter) => HappeningKind::LetterSent,
            };
            let who = self.who(call.party);
            if let Some(told) = self.tell(kind, (self.day_of)(call.at), Some(call.at), who)
                && matches!(call.occasion, CallOccasion::Changed | CallOccasion::Reminder)
            {
                told.about = call.occasion.text_key();
            }
        }
        for reply in &case.replies {
            let kind = match reply.reply {
                Reply::Comes => HappeningKind::Comes,
                Reply::Replacement => HappeningKind::SendsAnother,
                Reply::CannotCome => HappeningKind::CannotCome,
            };
            if let Some(call) = case.calls.iter().find(|call| call.id == reply.call) {
                self.tell(kind, (self.day_of)(reply.at), Some(reply.at), self.who(call.party));
            }
        }
    }

    fn meetings(&mut self) {
        let case = self.case;
        for meeting in &case.meetings {
            let Some(on) = parse_date(&meeting.held_on) else { continue };
            let held = case.presences.iter().any(|mark| mark.meeting == meeting.id);
            let kind = if case.is_cancelled(meeting.id) {
                HappeningKind::MeetingCancelled
            } else if held {
                HappeningKind::MeetingHeld
            } else if on >= self.today {
                HappeningKind::MeetingBooked
            } else {
                HappeningKind::MeetingPassed
            };
            // A follow-up that was concluded is told of below, though nobody was noted as there.
            let concluded = case.follow_ups.iter().any(|done| done.meeting == meeting.id);
            if kind == HappeningKind::MeetingPassed && concluded {
                continue;
            }
            let began = case.meeting_marks.iter().find(|mark| mark.meeting == meeting.id).map(|mark| mark.at);
            if let Some(told) = self.tell(kind, on, began, String::new()) {
                told.about = meeting.kind.unwrap_or(MeetingKind::FollowUp).text_key();
            }
        }
        for done in &case.follow_ups {
            if let Some(told) = self.tell(HappeningKind::FollowedUp, done.on, Some(done.at), String::new()) {
                told.about = done.outcome.text_key();
            }
        }
    }

    fn plan(&mut self) {
        let case = self.case;
        let number = |version| case.version(version).map(|version| version.number);
        for version in &case.versions {
            if let Some(told) = self.tell(HappeningKind::VersionFixed, (self.day_of)(version.at), Some(version.at), String::new()) {
                told.version = Some(version.number);
            }
        }
        for signature in case.signatures.iter().filter(|signature| !case.is_annulled(signature.id.0)) {
            if let Some(told) = self.tell(HappeningKind::Signed, signature.on, Some(signature.at), signature.name.clone()) {
                told.version = number(signature.version);
            }
        }
        // What was sent before a meeting and what was said in it stand among the calls and the meetings.
        let of_its_own = |done: &&Disclosure| {
            !matches!(
                done.kind,
                DisclosureKind::Call
                    | DisclosureKind::Presence
                    | DisclosureKind::Calendar
                    | DisclosureKind::Notice
                    | DisclosureKind::Package
            )
        };
        for done in case.disclosures.iter().filter(of_its_own) {
            let who = self.who(done.party);
            if let Some(told) = self.tell(HappeningKind::HandedOut, (self.day_of)(done.at), Some(done.at), who) {
                told.about = done.kind.text_key();
                told.version = done.version.and_then(number);
            }
        }
        for filing in &case.filings {
            if let Some(told) = self.tell(HappeningKind::Filed, filing.on, Some(filing.at), String::new()) {
                told.version = number(filing.version);
            }
        }
    }

    fn afterwards(&mut self) {
        let case = self.case;
        for deviation in case.standing_deviations() {
            let who = deviation.party.map(|party| self.who(Some(party))).unwrap_or_default();
            if let Some(told) = self.tell(HappeningKind::Deviated, deviation.on, Some(deviation.at), who) {
                told.about = deviation.kind.text_key();
            }
            for answer in case.deviation_answers.iter().filter(|answer| answer.deviation == deviation.id) {
                self.tell(HappeningKind::DeviationAnswered, answer.on, Some(answer.at), answer.answered_by.trim().to_owned());
            }
        }
        for given in &case.hand_overs {
            self.tell(HappeningKind::ResponsibilityGiven, given.on, Some(given.at), given.to.trim().to_owned());
        }
        for passing in &case.passings {
            if let Some(told) = self.tell(HappeningKind::CasePassed, passing.on, Some(passing.at), passing.who.trim().to_owned()) {
                told.about = passing.way.text_key();
            }
        }
        for evaluation in case.standing_evaluations() {
            if let Some(told) = self.tell(HappeningKind::Evaluated, (self.day_of)(evaluation.at), Some(evaluation.at), String::new()) {
                told.about = evaluation.evaluator.text_key();
            }
        }
        for closing in &case.closings {
            if let Some(told) = self.tell(HappeningKind::Closed, closing.on, Some(closing.at), String::new()) {
                told.about = closing.reason.text_key();
            }
        }
    }
}

#[cfg(test)]
mod tests;
