//! A case to test with: Karin's, as it stands before anything is written in it.

use crate::{
    acts::{Ground, SipYes},
    case::Case,
    codes::*,
    drafts::*,
    identity::IdentityNumber,
    ids::*,
    person::Person,
    profile::Organisation,
};
use chrono::{DateTime, Days, NaiveDate, Utc};
use uuid::Uuid;

/// Day D of the case: Monday 11 January 2027, and days after it.
pub(crate) fn day(after: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, 11).unwrap().checked_add_days(Days::new(after)).unwrap()
}

pub(crate) fn at(after: u64) -> DateTime<Utc> {
    day(after).and_hms_opt(9, 0, 0).unwrap().and_utc()
}

pub(crate) fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub(crate) fn organisation() -> Organisation {
    Organisation {
        controller: "Socialnämnden".into(),
        principal: Some(Principal::Municipality),
        name: "Östersunds kommun".into(),
        unit: "öppenvården Nexus".into(),
        ..Organisation::default()
    }
}

pub(crate) fn empty_case() -> Case {
    let identity = IdentityNumber::parse("19830417-2383", false, day(0)).unwrap();
    let person = Person {
        id: PersonId(id(1)),
        identity,
        first_name: "Karin".into(),
        last_name: "Lövgren-Åhs".into(),
        address: String::new(),
        phone: String::new(),
        email: String::new(),
        municipality: "Östersund".into(),
        language: "svenska".into(),
        needs: String::new(),
        protection: None,
        born_on: String::new(),
    };
    let parties = vec![party(10, PartyKind::Region), party(11, PartyKind::Relative)];
    Case { parties, ..Case::new(CaseId(id(2)), "SIP-2027-0001".into(), PlanType::Sip, at(0), person) }
}

pub(crate) fn party(number: u128, kind: PartyKind) -> Party {
    Party { id: PartyId(id(number)), kind: Some(kind), unit: format!("enhet {number}"), ..Party::default() }
}

/// A consent in writing from day 1, until day 100, to everything in the plan.
pub(crate) fn consent(number: u128, party: PartyId) -> Ground {
    Ground {
        id: GroundId(id(number)),
        at: at(1),
        by: "Per Nyström".into(),
        party,
        basis: Basis::Consent,
        answer: Answer::Yes,
        direction: Direction::Both,
        scope: Scope::WholePlan,
        kinds: Vec::new(),
        except: Vec::new(),
        attends: true,
        statement: String::new(),
        purpose: String::new(),
        valid_from: day(1),
        valid_to: Some(day(100)),
        manner: Manner::Written,
        on: day(1),
        taken_by: "Per Nyström".into(),
        told_of_withdrawal: true,
        reason: String::new(),
        meeting: None,
        given_by: None,
        interpreter: String::new(),
    }
}

/// The case with all that the law asks for and nothing else.
pub(crate) fn lawful_case() -> Case {
    let mut case = empty_case();
    case.sip_yeses.push(SipYes {
        id: RecordId(id(20)),
        at: at(0),
        by: "Per Nyström".into(),
        answer: Answer::Yes,
        on: day(0),
        manner: Manner::Oral,
        taken_by: "Per Nyström".into(),
        words: String::new(),
        given_by: None,
        interpreter: String::new(),
    });
    case.measures.push(Measure {
        id: MeasureId(id(30)),
        text: "Återfallsprevention".into(),
        principal: Some(Principal::Municipality),
        ..Measure::default()
    });
    case.plan_frame.no_other_measures = true;
    case.plan_frame.overall = Some(Principal::Municipality);
    case
}
