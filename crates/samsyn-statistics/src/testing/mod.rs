//! Made-up cases, the same for the same seed, as they come out of some years of work in one county. Their personnummer have
//! the birth numbers 238 and 239, which are nobody's.

mod contacts;
mod meeting;
mod planning;

pub(crate) use contacts::contacts;

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use samsyn_plan::{
    acts::*,
    case::Case,
    codes::*,
    drafts::*,
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
    let mut profile: Profile = serde_json::from_str(include_str!("../../../../assets/profiles/norrbotten.json")).unwrap();
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
fn annulment(id: RecordId, kind: AnnulledKind, record: RecordId, at: DateTime<Utc>) -> Annulment {
    Annulment { id, at, by: String::new(), kind, record, reason: String::new() }
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
        let number = format!("{}{}{}", born.year() / 100, ten, char::from(luhn::checksum(ten.as_bytes())));
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
}
