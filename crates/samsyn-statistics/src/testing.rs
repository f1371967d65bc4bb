//! Made-up cases, the same for the same seed, as they come out of some years of work in one county. Their personnummer have
//! the birth numbers 238 and 239, which are nobody's.

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use samsyn_plan::{
    acts::*,
    case::Case,
    codes::*,
    drafts::*,
    first_contact::FirstContact,
    identity::IdentityNumber,
    ids::*,
    person::Person,
    plan,
    profile::{Organisation, Profile},
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Random numbers that are the same everywhere (SplitMix64, Steele, Lea and Flood 2014).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below another.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// True so many times in a hundred.
    pub(crate) fn chance(&mut self, in_hundred: u64) -> bool {
        self.below(100) < in_hundred
    }

    /// One of some, the first ones most often.
    pub(crate) fn one<T: Clone>(&mut self, of: &[T]) -> T {
        let (one, other) = (self.below(of.len() as u64), self.below(of.len() as u64));
        of[usize::try_from(one.min(other)).unwrap()].clone()
    }
}

/// The county that the cases are from.
pub(crate) fn profile() -> Profile {
    let mut profile: Profile = serde_json::from_str(include_str!("../../../assets/profiles/norrbotten.json")).unwrap();
    profile.limits.need_to_call = Some(7);
    profile.limits.need_to_meeting = Some(21);
    profile
}

/// The day on which the cases are looked at.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2029, 12, 31).unwrap()
}

/// So many cases.
pub(crate) fn cases(seed: u64, number: usize) -> Vec<Case> {
    let mut dice = Dice(seed);
    let profile = profile();
    let mut cases: Vec<Case> = Vec::with_capacity(number);
    for _ in 0..number {
        let again = dice.chance(12) && !cases.is_empty();
        let known = again.then(|| cases[usize::try_from(dice.below(cases.len() as u64)).unwrap()].person.clone());
        let mut making =
            Making { next_id: (u128::from(seed) << 64) + u128::try_from(cases.len()).unwrap() * 1000, dice, profile: &profile };
        let case = making.case(known);
        dice = making.dice;
        cases.push(case);
    }
    cases
}

/// What the unit that opened each case works with; of some nobody has said.
pub(crate) fn activities(cases: &[Case]) -> BTreeMap<CaseId, Activity> {
    let number = |case: &Case| usize::try_from(case.id.0.as_u128() % 11).unwrap();
    cases.iter().filter_map(|case| Some((case.id, *Activity::ALL.get(number(case))?))).collect()
}

/// So many first contacts. Some became cases, of which one is not there any more.
pub(crate) fn contacts(seed: u64, number: usize, cases: &[Case]) -> Vec<FirstContact> {
    let mut dice = Dice(seed);
    (0..number).map(|place| contact(&mut dice, place, cases)).collect()
}

fn contact(dice: &mut Dice, place: usize, cases: &[Case]) -> FirstContact {
    let turned = date(2027, 1, 1).checked_add_days(Days::new(dice.below(1000))).unwrap();
    let answered = turned.checked_add_days(Days::new(dice.below(30))).unwrap();
    let case = cases.get(place * 3).filter(|_| dice.chance(20));
    let outcome = dice.chance(75).then(|| dice.one(&[ContactOutcome::Told, ContactOutcome::Booked, ContactOutcome::PointedOn]));
    FirstContact {
        id: ContactId(Uuid::from_u128(u128::try_from(place).unwrap())),
        entered_at: at(turned),
        activity: dice.chance(80).then(|| dice.one(Activity::ALL)),
        came_on: dice.one(&[turned.to_string(), String::new(), "i går".into()]),
        who: dice.chance(90).then(|| dice.one(ContactWho::ALL)),
        about: if dice.chance(97) { "Dricker mer".into() } else { String::new() },
        identity: dice.one(&[String::new(), "anonym".into(), "19121212-1212".into()]),
        areas: (0..dice.below(4)).map(|_| dice.one(Area::ALL)).collect(),
        outcome: case.map_or(outcome, |_| Some(ContactOutcome::Case)),
        answered_on: dice.one(&[answered.to_string(), String::new(), "2026-01-01".into()]),
        case: case.map(|case| case.id).or_else(|| dice.chance(2).then(|| CaseId(Uuid::max()))),
        ..FirstContact::default()
    }
}

struct Making<'a> {
    next_id: u128,
    dice: Dice,
    profile: &'a Profile,
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn at(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(9, 0, 0).unwrap().and_utc()
}

impl Making<'_> {
    fn id(&mut self) -> Uuid {
        self.next_id += 1;
        Uuid::from_u128(self.next_id)
    }

    fn after(&mut self, day: NaiveDate, least: u64, most: u64) -> NaiveDate {
        let days = least + self.dice.below(most - least + 1);
        day.checked_add_days(Days::new(days)).unwrap()
    }

    fn case(&mut self, known: Option<Person>) -> Case {
        let opened = self.after(date(2027, 1, 1), 0, 1000);
        let person = known.unwrap_or_else(|| self.person());
        let plan_type = self.dice.one(&[PlanType::Sip, PlanType::Sip, PlanType::SipDischarge, PlanType::Lss]);
        let mut case = Case::new(CaseId(self.id()), "SIP-2027-0001".into(), plan_type, at(opened), person);
        self.need(&mut case, opened);
        for kind in [PartyKind::Region, PartyKind::Municipality, PartyKind::Private, PartyKind::School, PartyKind::Relative] {
            if self.dice.chance(60) {
                let party = self.party(kind);
                case.parties.push(party);
            }
        }
        self.offer_and_answer(&mut case, opened);
        if self.dice.chance(80) {
            self.meeting(&mut case, opened);
        }
        case
    }

    fn person(&mut self) -> Person {
        let born = date(1940 + i32::try_from(self.dice.below(80)).unwrap(), 1, 1);
        let born = self.after(born, 0, 364);
        let ten = format!("{}{}", born.format("%y%m%d"), self.dice.one(&["238", "239"]));
        let reserve = self.dice.chance(2);
        let number = format!("{}{}{}", born.year() / 100, ten, luhn(&ten));
        let identity = if reserve {
            IdentityNumber::stored(IdentityKind::Reservnummer, "99K-1234".into())
        } else {
            IdentityNumber::stored(IdentityKind::Personnummer, number)
        };
        let names: Vec<&str> = self.profile.municipalities.iter().map(String::as_str).collect();
        let name = self.dice.one(&names);
        let municipality = match self.dice.below(20) {
            0 => String::new(),
            1 => "Umeå".into(),
            2 => format!(" {} ", name.to_uppercase()),
            _ => name.to_owned(),
        };
        Person {
            id: PersonId(self.id()),
            identity,
            first_name: "Kim".into(),
            last_name: "Påhittad".into(),
            address: String::new(),
            phone: String::new(),
            email: String::new(),
            municipality,
            language: String::new(),
            needs: String::new(),
            protection: self.dice.chance(2).then_some(Protection::Marked),
            born_on: if reserve { "1990-05-05".into() } else { String::new() },
        }
    }

    fn need(&mut self, case: &mut Case, opened: NaiveDate) {
        let areas = Area::ALL;
        case.need.areas = (0..self.dice.below(4)).map(|_| self.dice.one(areas)).collect();
        case.need.main_area = if self.dice.chance(90) { case.need.areas.first().copied() } else { None };
        if self.dice.chance(85) {
            case.need.seen_on = opened.checked_sub_days(Days::new(self.dice.below(10))).unwrap().to_string();
        }
        if self.dice.chance(30) {
            case.need.waiting_since = opened.checked_sub_days(Days::new(self.dice.below(200))).unwrap().to_string();
            case.need.guarantee_on =
                opened.checked_sub_days(Days::new(self.dice.below(200))).unwrap().checked_add_days(Days::new(90)).unwrap().to_string();
        }
        if self.dice.chance(20) {
            case.other_plans.push(OtherPlan { id: RecordId(self.id()), kind: Some(OtherPlanKind::Care), ..OtherPlan::default() });
        }
        if self.dice.chance(50) {
            case.child.opinion = "Jag vill bo kvar.".into();
        }
        if self.dice.chance(50) {
            case.preparation.important = "Att få ordning.".into();
        }
    }

    fn party(&mut self, kind: PartyKind) -> Party {
        let units: Vec<&str> = self.profile.units.iter().map(|unit| unit.unit.as_str()).collect();
        let unit = if self.dice.chance(80) { self.dice.one(&units).to_owned() } else { "hos Kim".into() };
        let principal = (kind == PartyKind::Private).then(|| self.dice.one(&[Principal::Region, Principal::Municipality]));
        Party { id: PartyId(self.id()), kind: Some(kind), unit, principal, ..Party::default() }
    }

    fn offer_and_answer(&mut self, case: &mut Case, opened: NaiveDate) {
        if self.dice.chance(60) {
            let offer = Offer {
                id: RecordId(self.id()),
                at: at(opened),
                by: String::new(),
                kind: self.dice.one(OfferKind::ALL),
                outcome: self.dice.one(OfferOutcome::ALL),
                on: opened,
                who: String::new(),
                reason: String::new(),
            };
            if self.dice.chance(5) {
                case.annulments.push(annulment(RecordId(self.id()), AnnulledKind::Offer, offer.id, at(opened)));
            }
            case.offers.push(offer);
        }
        if self.dice.chance(90) {
            case.sip_yeses.push(SipYes {
                id: RecordId(self.id()),
                at: at(opened),
                by: String::new(),
                answer: if self.dice.chance(92) { Answer::Yes } else { Answer::No },
                on: opened,
                manner: Manner::Oral,
                taken_by: String::new(),
                words: String::new(),
                given_by: None,
                interpreter: String::new(),
            });
        }
    }

    fn meeting(&mut self, case: &mut Case, opened: NaiveDate) {
        let called_on = self.after(opened, 0, 14);
        let held_on = self.after(called_on, 1, 40);
        let meeting = Meeting {
            id: MeetingId(self.id()),
            kind: Some(MeetingKind::First),
            form: self.dice.chance(90).then(|| self.dice.one(MeetingForm::ALL)),
            held_on: held_on.to_string(),
            own_words: if self.dice.chance(30) { "Jag orkar inte komma.".into() } else { String::new() },
            interpreter: if self.dice.chance(10) { "finska".into() } else { String::new() },
            ..Meeting::default()
        };
        case.meetings.push(meeting.clone());
        for party in case.parties.clone() {
            self.call(case, &meeting, &party, called_on);
        }
        if self.dice.chance(10) {
            return;
        }
        self.presence(case, meeting.id, None, held_on, 80);
        for party in case.parties.clone() {
            self.presence(case, meeting.id, Some(party.id), held_on, 80);
        }
        self.plan(case, &meeting, held_on);
    }

    fn call(&mut self, case: &mut Case, meeting: &Meeting, party: &Party, on: NaiveDate) {
        if !self.dice.chance(85) {
            return;
        }
        let basis = if self.dice.chance(85) { Basis::Consent } else { Basis::DutyToInform };
        let given = if self.dice.chance(90) { on } else { self.after(on, 1, 5) };
        let ground = ground(GroundId(self.id()), party.id, basis, given);
        let call = Call {
            id: CallId(self.id()),
            at: at(on),
            by: String::new(),
            meeting: meeting.id,
            party: Some(party.id),
            kind: party.call_kind(&self.profile.agreements),
            delivery: Delivery::Post,
            ground: Some(ground.id),
            sha256: String::new(),
            occasion: CallOccasion::New,
            held_on: None,
            starts: String::new(),
            ends: String::new(),
            place: String::new(),
        };
        case.grounds.push(ground);
        if self.dice.chance(5) {
            let cancelled = Call { id: CallId(self.id()), at: at(on), occasion: CallOccasion::Cancelled, ..call.clone() };
            case.calls.extend([call, cancelled]);
        } else {
            case.calls.push(call);
        }
    }

    fn presence(&mut self, case: &mut Case, meeting: MeetingId, party: Option<PartyId>, on: NaiveDate, chance: u64) {
        let mark = match (self.dice.chance(chance), self.dice.below(3)) {
            (true, 0) => Presence::Left,
            (true, _) => Presence::Came,
            (false, 0) => return,
            (false, 1) => Presence::AbsentNotified,
            (false, _) => Presence::AbsentSilent,
        };
        let mark = PresenceMark {
            id: RecordId(self.id()),
            at: at(on),
            by: String::new(),
            meeting,
            party,
            name: String::new(),
            mark,
            when: at(on),
        };
        case.presences.push(mark);
    }

    /// The plan, fixed once or twice, its follow-ups, and what comes after.
    fn plan(&mut self, case: &mut Case, meeting: &Meeting, held_on: NaiveDate) {
        for _ in 0..self.dice.below(4) {
            case.goals.push(Goal { id: GoalId(self.id()), text: "Komma upp på morgonen".into(), ..Goal::default() });
        }
        for _ in 0..=self.dice.below(6) {
            let measure = Measure {
                id: MeasureId(self.id()),
                text: self.dice.one(&["Samtal", "Läkarbesök", "Boendestöd", "samtal "]).into(),
                action: self.dice.chance(80).then(|| self.dice.one(MeasureType::ALL)),
                principal: self.dice.chance(97).then(|| self.dice.one(Principal::ALL)),
                ..Measure::default()
            };
            case.measures.push(measure);
        }
        if self.dice.chance(30) {
            case.other_measures.push(OtherMeasure { id: RecordId(self.id()), text: "Kontaktperson".into(), ..OtherMeasure::default() });
        }
        case.plan_frame.overall = Some(self.dice.one(Principal::ALL));
        let booked = self.after(held_on, 30, 120);
        if self.dice.chance(85) {
            let follow_up =
                Meeting { id: MeetingId(self.id()), kind: Some(MeetingKind::FollowUp), held_on: booked.to_string(), ..Meeting::default() };
            case.meetings.push(follow_up);
        }
        self.read_back(case, meeting.id, held_on);
        let fixed_on = self.after(held_on, 0, 9);
        self.version(case, meeting.id, fixed_on);
        if self.dice.chance(25) {
            case.measures.pop();
        }
        let mut last = fixed_on;
        if let Some(follow_up) = case.meetings.get(1).map(|meeting| meeting.id).filter(|_| self.dice.chance(75)) {
            last = self.after(booked, 0, 40);
            self.follow_up(case, follow_up, last);
            if self.dice.chance(50) {
                last = self.after(last, 20, 300);
                self.follow_up(case, follow_up, last);
                self.version(case, meeting.id, last);
            }
        }
        self.afterwards(case, meeting.id, last);
    }

    fn read_back(&mut self, case: &mut Case, meeting: MeetingId, on: NaiveDate) {
        if self.dice.chance(90) {
            let answer = self.dice.one(ReadBack::ALL);
            case.read_backs.push(ReadBackAnswer {
                id: RecordId(self.id()),
                at: at(on),
                by: String::new(),
                meeting,
                answer,
                words: String::new(),
            });
        }
    }

    fn version(&mut self, case: &mut Case, meeting: MeetingId, on: NaiveDate) {
        let number = u32::try_from(case.versions.len()).unwrap() + 1;
        let content = serde_json::to_string(&plan::build(case, &Organisation::default(), &[], on)).unwrap();
        let id = VersionId(self.id());
        case.versions.push(Version {
            id,
            at: at(on),
            by: String::new(),
            number,
            meeting: Some(meeting),
            change: String::new(),
            content,
            hash: String::new(),
        });
    }

    fn follow_up(&mut self, case: &mut Case, meeting: MeetingId, on: NaiveDate) {
        case.goal_ratings.clear();
        case.measure_statuses.clear();
        for goal in case.goals.clone() {
            let scale = self.dice.chance(85).then(|| self.dice.one(GoalScale::ALL));
            let own_scale = self.dice.chance(70).then(|| self.dice.one(GoalScale::ALL));
            case.goal_ratings.push(GoalRating {
                id: RecordId(self.id()),
                meeting: Some(meeting),
                goal: Some(goal.id),
                scale,
                own_scale,
                note: String::new(),
            });
        }
        for measure in case.measures.clone() {
            let state = self.dice.chance(90).then(|| self.dice.one(MeasureState::ALL));
            case.measure_statuses.push(MeasureStatus {
                id: RecordId(self.id()),
                meeting: Some(meeting),
                measure: Some(measure.id),
                state,
                ..MeasureStatus::default()
            });
        }
        let fixed = plan::thaw(&case.newest_version().unwrap().content).unwrap();
        let sheet = plan::follow_up_sheet(case, meeting, &fixed, on);
        let outcome = self.dice.one(FollowUpOutcome::ALL);
        case.follow_ups.push(FollowUp { id: RecordId(self.id()), at: at(on), by: String::new(), meeting, on, outcome, sheet });
    }

    fn afterwards(&mut self, case: &mut Case, meeting: MeetingId, last: NaiveDate) {
        if self.dice.chance(20) {
            let (id, on) = (RecordId(self.id()), last);
            let kind = self.dice.one(DeviationKind::ALL);
            let text = String::new;
            case.deviations.push(Deviation {
                id,
                at: at(on),
                by: text(),
                kind,
                party: None,
                meeting: Some(meeting),
                on,
                event: text(),
                consequence: text(),
                action: text(),
                sent_to: text(),
            });
            if self.dice.chance(60) {
                let on = self.after(on, 0, 60);
                case.deviation_answers.push(DeviationAnswer {
                    id: RecordId(self.id()),
                    at: at(on),
                    by: text(),
                    deviation: id,
                    on,
                    answered_by: text(),
                    answer: text(),
                });
            }
            if self.dice.chance(5) {
                case.annulments.push(annulment(RecordId(self.id()), AnnulledKind::Deviation, id, at(on)));
            }
        }
        if self.dice.chance(40) {
            let mut grade = || self.dice.chance(90).then(|| 1 + u8::try_from(self.dice.below(5)).unwrap());
            let grades = [grade(), grade(), grade(), grade(), grade()];
            let evaluator = self.dice.one(Evaluator::ALL);
            let [informed, could_say, right_people, clear_who, felt_safe] = grades;
            let id = RecordId(self.id());
            case.evaluations.push(Evaluation {
                id,
                at: at(last),
                by: String::new(),
                evaluator,
                informed,
                could_say,
                right_people,
                clear_who,
                felt_safe,
                comment: String::new(),
            });
        }
        if self.dice.chance(50) {
            let on = self.after(last, 0, 200);
            case.closings.push(Closing {
                id: RecordId(self.id()),
                at: at(on),
                by: String::new(),
                reason: self.dice.one(ClosingReason::ALL),
                on,
                remains: String::new(),
            });
        }
    }
}

fn annulment(id: RecordId, kind: AnnulledKind, record: RecordId, at: DateTime<Utc>) -> Annulment {
    Annulment { id, at, by: String::new(), kind, record, reason: String::new() }
}

fn ground(id: GroundId, party: PartyId, basis: Basis, on: NaiveDate) -> Ground {
    Ground {
        id,
        at: at(on),
        by: String::new(),
        party,
        basis,
        answer: Answer::Yes,
        direction: Direction::Both,
        scope: Scope::WholePlan,
        kinds: Vec::new(),
        except: Vec::new(),
        attends: true,
        statement: String::new(),
        purpose: String::new(),
        valid_from: on,
        valid_to: None,
        manner: Manner::Written,
        on,
        taken_by: String::new(),
        told_of_withdrawal: true,
        reason: String::new(),
        meeting: None,
        given_by: None,
        interpreter: String::new(),
    }
}

/// The check digit of nine others.
fn luhn(nine: &str) -> u32 {
    let digits = nine.chars().map(|digit| digit.to_digit(10).unwrap());
    let sum: u32 =
        digits.enumerate().map(|(place, digit)| if place % 2 == 0 { digit * 2 } else { digit }).map(|digit| digit / 10 + digit % 10).sum();
    (10 - sum % 10) % 10
}
