use super::*;
use crate::{acts::*, drafts::Meeting, identity::IdentityNumber, ids::*, testing::*};

const UNIT: u128 = 10;

fn unit() -> PartyId {
    PartyId(id(UNIT))
}

/// The unit may be told everything; a meeting is planned to which it has been called, and one is past.
fn told_case() -> Case {
    let mut case = lawful_case();
    case.grounds.push(consent(1, unit()));
    for (number, on) in [(60, 2), (61, 14)] {
        case.meetings.push(Meeting { id: MeetingId(id(number)), held_on: day(on).to_string(), ..Meeting::default() });
    }
    case.calls.push(Call {
        id: CallId(id(70)),
        at: at(2),
        by: String::new(),
        meeting: MeetingId(id(61)),
        party: Some(unit()),
        kind: CallKind::Called,
        delivery: Delivery::Post,
        ground: Some(GroundId(id(1))),
        sha256: String::new(),
        occasion: CallOccasion::New,
        held_on: Some(day(14)),
        starts: String::new(),
        ends: String::new(),
        place: String::new(),
    });
    case.disclosures.push(disclosure(80, 2));
    case
}

fn disclosure(number: u128, on: u64) -> Disclosure {
    Disclosure {
        id: RecordId(id(number)),
        at: at(on),
        by: String::new(),
        party: Some(unit()),
        recipient: String::new(),
        kind: DisclosureKind::Call,
        version: None,
        meeting: None,
        kinds: Vec::new(),
        left_out: false,
        grounds: vec![GroundId(id(1))],
        delivery: Delivery::Post,
        sha256: String::new(),
    }
}

fn withdrawal(ground: u128, on: u64) -> Withdrawal {
    Withdrawal {
        id: RecordId(id(90)),
        at: at(on),
        by: String::new(),
        ground: GroundId(id(ground)),
        from: day(on),
        manner: Manner::Oral,
        told: String::new(),
    }
}

#[test]
fn a_withdrawal_says_what_closes_and_what_has_gone() {
    let case = told_case();
    let found = of_withdrawal(&case, GroundId(id(1)), day(5)).unwrap();
    assert_eq!((found.party, found.shut, found.kept.len()), (unit(), true, 0));
    assert_eq!(found.closed, InformationKind::ALL);
    assert_eq!(found.meetings, [MeetingId(id(61))], "the meeting that has been is not among them");
    assert_eq!(found.called, [MeetingId(id(61))]);
    assert_eq!(found.told, [RecordId(id(80))]);
    assert_eq!(of_withdrawal(&case, GroundId(id(99)), day(5)), None);
}

#[test]
fn what_another_ground_opens_stays_open() {
    let mut case = told_case();
    let narrow = Ground { scope: Scope::Kinds, kinds: vec![InformationKind::Work], ..consent(2, unit()) };
    case.grounds.push(narrow);
    let found = of_withdrawal(&case, GroundId(id(1)), day(5)).unwrap();
    assert_eq!((found.shut, found.kept.as_slice()), (false, [InformationKind::Work].as_slice()));
    assert!(!found.closed.contains(&InformationKind::Work) && found.closed.contains(&InformationKind::Medicine));
    assert_eq!(found.meetings, [], "the narrow ground lets the unit attend");
}

#[test]
fn it_says_the_same_before_it_is_entered_and_ever_after() {
    let mut case = told_case();
    let before = of_withdrawal(&case, GroundId(id(1)), day(5));
    case.withdrawals.push(withdrawal(1, 5));
    assert_eq!(of_withdrawal(&case, GroundId(id(1)), day(30)), before);
    // A new consent and what is told on it do not change what the withdrawal led to.
    case.grounds.push(Ground { at: at(6), valid_from: day(1), ..consent(3, unit()) });
    case.disclosures.push(disclosure(81, 7));
    assert_eq!(of_withdrawal(&case, GroundId(id(1)), day(30)), before);
}

#[test]
fn a_ground_that_has_ended_closes_nothing_when_it_is_withdrawn() {
    let case = told_case();
    let found = of_withdrawal(&case, GroundId(id(1)), day(120)).unwrap();
    assert_eq!((found.closed, found.shut, found.meetings), (Vec::new(), false, Vec::new()));
}

fn yes(given_by: Option<u128>, answer: Answer) -> SipYes {
    let given_by = given_by.map(|number| PartyId(id(number)));
    SipYes { answer, given_by, ..lawful_case().sip_yeses.remove(0) }
}

fn child() -> Case {
    let mut case = empty_case();
    case.person.identity = IdentityNumber::parse("20090312-2398", false, day(0)).unwrap();
    case.parties = vec![party(12, PartyKind::Guardian), party(13, PartyKind::Guardian)];
    case.sip_yeses = vec![yes(None, Answer::Yes), yes(Some(12), Answer::Yes), yes(Some(13), Answer::Yes)];
    case
}

fn judgement(child: bool, guardians: &[u128]) -> ConsentJudgement {
    ConsentJudgement {
        id: RecordId(id(95)),
        at: at(0),
        by: String::new(),
        child,
        guardians: guardians.iter().map(|number| PartyId(id(*number))).collect(),
        maturity: String::new(),
        reason: String::new(),
        judged_by: String::new(),
        on: day(0),
    }
}

#[test]
fn an_adults_own_no_closes_and_nobody_elses() {
    let mut case = lawful_case();
    case.sip_yeses.push(yes(Some(11), Answer::Yes));
    assert_eq!(whose_no_closes(&case, day(1)), [None]);
    case.sip_yeses.push(yes(None, Answer::No));
    assert_eq!(whose_no_closes(&case, day(1)), [], "a no cannot be taken back twice");
}

#[test]
fn somebody_who_never_said_yes_closes_nothing() {
    let mut case = empty_case();
    assert_eq!(whose_no_closes(&case, day(1)), []);
    case.sip_yeses.push(yes(None, Answer::No));
    assert_eq!(whose_no_closes(&case, day(1)), []);
}

#[test]
fn for_a_child_the_judgement_says_whose_no_closes() {
    let mut case = child();
    let guardian = |number| Some(PartyId(id(number)));
    case.consent_judgements = vec![judgement(false, &[12])];
    assert_eq!(whose_no_closes(&case, day(1)), [guardian(12)]);
    case.consent_judgements = vec![judgement(true, &[])];
    assert_eq!(whose_no_closes(&case, day(1)), [None]);
    case.consent_judgements = vec![judgement(true, &[12, 13])];
    assert_eq!(whose_no_closes(&case, day(1)), [None, guardian(12), guardian(13)]);
}
