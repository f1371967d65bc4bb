use super::*;
use crate::{acts::Withdrawal, codes::*, ids::RecordId, testing::*};
use proptest::prelude::*;

const ANNA: PartyId = PartyId(uuid::Uuid::from_u128(11));

fn asked(case: &Case, purpose: Purpose, on: u64) -> Result<Permit, Refusal> {
    permit(case, Recipient::Party(ANNA), purpose, day(on))
}

fn case_with(grounds: Vec<Ground>) -> Case {
    Case { grounds, ..empty_case() }
}

#[test]
fn a_yes_to_a_sip_opens_nothing() {
    let case = Case { sip_yeses: lawful_case().sip_yeses, ..empty_case() };
    assert_eq!(asked(&case, Purpose::Attend, 2).unwrap_err(), Refusal::GroundMissing, "the yes to a SIP lifts no secrecy");
}

#[test]
fn the_person_and_ones_own_akt_need_no_ground() {
    for recipient in [Recipient::Person, Recipient::OwnFile] {
        let permit = permit(&empty_case(), recipient, Purpose::Read, day(0)).expect("no ground is needed");
        assert!(permit.sees_everything() && permit.may_see(&[], None));
    }
}

#[test]
fn a_no_shuts_until_another_yes() {
    let no = Ground { answer: Answer::No, ..consent(2, ANNA) };
    assert_eq!(asked(&case_with(vec![no.clone()]), Purpose::Read, 2).unwrap_err(), Refusal::ConsentRefused);
    assert_eq!(asked(&case_with(vec![consent(1, ANNA), no.clone()]), Purpose::Read, 2).unwrap_err(), Refusal::ConsentRefused);
    assert!(asked(&case_with(vec![no.clone(), consent(3, ANNA)]), Purpose::Read, 2).is_ok(), "a later yes opens again");
    let necessity = Ground { basis: Basis::Necessity, reason: "fara för liv".into(), ..consent(4, ANNA) };
    assert!(asked(&case_with(vec![no, necessity]), Purpose::Attend, 2).is_ok(), "another ground does not rest on the person's answer");
}

#[test]
fn another_ground_that_was_not_found_to_hold_opens_nothing() {
    let refused = Ground { basis: Basis::HarmAssessment, answer: Answer::No, reason: "men kan inte uteslutas".into(), ..consent(1, ANNA) };
    assert_eq!(asked(&case_with(vec![refused]), Purpose::Read, 2).unwrap_err(), Refusal::ConsentRefused);
}

#[test]
fn a_ground_holds_from_its_first_day_to_its_last() {
    let case = case_with(vec![consent(1, ANNA)]);
    assert_eq!(asked(&case, Purpose::Read, 0).unwrap_err(), Refusal::GroundNotInForce);
    assert!(asked(&case, Purpose::Read, 1).is_ok() && asked(&case, Purpose::Read, 100).is_ok());
    assert_eq!(asked(&case, Purpose::Read, 101).unwrap_err(), Refusal::GroundNotInForce);
    let open = case_with(vec![Ground { valid_to: None, ..consent(1, ANNA) }]);
    assert!(asked(&open, Purpose::Read, 5000).is_ok(), "until further notice is said expressly");
}

#[test]
fn a_withdrawal_shuts_from_its_day() {
    let mut case = case_with(vec![consent(1, ANNA)]);
    case.withdrawals.push(Withdrawal {
        id: RecordId(id(5)),
        at: at(10),
        by: String::new(),
        ground: GroundId(id(1)),
        from: day(10),
        manner: Manner::Oral,
        told: String::new(),
    });
    assert!(asked(&case, Purpose::Read, 9).is_ok());
    assert_eq!(asked(&case, Purpose::Read, 10).unwrap_err(), Refusal::GroundWithdrawn);
}

#[test]
fn being_in_the_room_and_being_told_are_asked_apart() {
    let employer = Ground { attends: false, scope: Scope::Stated, ..consent(1, ANNA) };
    let case = case_with(vec![employer]);
    assert_eq!(asked(&case, Purpose::Attend, 2).unwrap_err(), Refusal::AttendanceNotCovered);
    let permit = asked(&case, Purpose::Read, 2).expect("something may be told");
    assert!(!permit.may_see(&[InformationKind::Work], None) && !permit.may_see(&[], Some(ANNA)), "no part of the plan is opened");
    let only_us = case_with(vec![Ground { direction: Direction::TheyTell, ..consent(1, ANNA) }]);
    assert_eq!(asked(&only_us, Purpose::Read, 2).unwrap_err(), Refusal::OnlyTheyTell);
}

#[test]
fn an_exception_is_lifted_by_a_later_yes_to_that_very_kind() {
    let but_medicine = Ground { except: vec![InformationKind::Medicine], ..consent(1, ANNA) };
    let medicine = Ground { scope: Scope::Kinds, kinds: vec![InformationKind::Medicine], meeting: None, ..consent(2, ANNA) };
    let before = asked(&case_with(vec![but_medicine.clone()]), Purpose::Read, 2).unwrap();
    let after = asked(&case_with(vec![but_medicine, medicine]), Purpose::Read, 2).unwrap();
    let line = [InformationKind::Addiction, InformationKind::Medicine];
    assert!(!before.may_see(&line, None), "a line is held back for any one kind that is not open");
    assert!(after.may_see(&line, None));
    assert!(!after.may_see(&[], None), "a line that nobody has marked goes only to whoever may see everything");
}

#[test]
fn own_measures_open_the_partys_own_lines_alone() {
    let permit = asked(&case_with(vec![Ground { scope: Scope::OwnMeasures, ..consent(1, ANNA) }]), Purpose::Read, 2).unwrap();
    assert!(permit.may_see(&[InformationKind::Addiction], Some(ANNA)));
    assert!(!permit.may_see(&[InformationKind::Addiction], None) && permit.kinds().is_empty());
}

fn any_ground() -> impl Strategy<Value = Ground> {
    let pick = |list: &'static [InformationKind]| proptest::sample::subsequence(list, 0..=list.len());
    (
        (0..3_u128, proptest::sample::select(Basis::ALL), proptest::sample::select(Answer::ALL), proptest::sample::select(Direction::ALL)),
        (proptest::sample::select(Scope::ALL), pick(InformationKind::ALL), pick(InformationKind::ALL), any::<bool>()),
        (0..40_u64, proptest::option::of(0..80_u64)),
    )
        .prop_map(|((party, basis, answer, direction), (scope, kinds, except, attends), (from, to))| Ground {
            party: PartyId(id(10 + party)),
            basis,
            answer: if basis == Basis::Consent { answer } else { Answer::Yes },
            direction,
            scope,
            kinds,
            except,
            attends,
            valid_from: day(from),
            valid_to: to.map(day),
            ..consent(0, ANNA)
        })
}

proptest! {
    /// The gate's rule, said again from the outside: whoever gets leave has a ground of their own that said yes, lets us
    /// tell, and is in force that day; whoever may be in the room has one that says so; and no kind is open that no such
    /// ground opens.
    #[test]
    fn nothing_passes_without_a_recorded_ground(grounds in proptest::collection::vec(any_ground(), 0..6), on in 0..100_u64) {
        let mut case = case_with(grounds);
        for (number, ground) in case.grounds.iter_mut().enumerate() {
            ground.id = GroundId(id(100 + number as u128));
        }
        let in_force = |ground: &&Ground| {
            ground.party == ANNA
                && ground.answer == Answer::Yes
                && ground.direction != Direction::TheyTell
                && ground.valid_from <= day(on)
                && ground.valid_to.is_none_or(|last| day(on) <= last)
        };
        let grounds: Vec<&Ground> = case.grounds.iter().filter(in_force).collect();
        if let Ok(permit) = asked(&case, Purpose::Read, on) {
            prop_assert!(!grounds.is_empty());
            for kind in permit.kinds() {
                prop_assert!(grounds.iter().any(|ground| !ground.except.contains(&kind)
                    && (ground.scope == Scope::WholePlan || ground.scope == Scope::Kinds && ground.kinds.contains(&kind))));
            }
            for used in permit.grounds() {
                prop_assert!(grounds.iter().any(|ground| ground.id == *used));
            }
        }
        if asked(&case, Purpose::Attend, on).is_ok() {
            prop_assert!(grounds.iter().any(|ground| ground.attends));
        }
    }
}

#[test]
fn the_duty_to_inform_opens_a_notice_and_nothing_else() {
    let duty = Ground { basis: Basis::DutyToInform, reason: "utskrivning".into(), ..consent(1, ANNA) };
    let case = case_with(vec![duty.clone()]);
    assert!(asked(&case, Purpose::Notify, 2).is_ok());
    for purpose in [Purpose::Read, Purpose::Attend] {
        assert_eq!(asked(&case, purpose, 2).unwrap_err(), Refusal::GroundMissing);
    }
    let both = case_with(vec![duty, Ground { scope: Scope::OwnMeasures, ..consent(2, ANNA) }]);
    assert!(asked(&both, Purpose::Read, 2).unwrap().kinds().is_empty(), "it adds nothing to another ground");
}
