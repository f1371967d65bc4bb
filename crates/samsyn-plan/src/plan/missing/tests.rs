use super::*;
use crate::testing::{consent, day, id, lawful_case, organisation};
use crate::{acts::*, drafts::*, testing};

fn count(case: &Case, code: MissingCode) -> usize {
    missing(case, day(15)).into_iter().filter(|missing| missing.code == code).count()
}

fn measure(number: u128, text: &str, action: Option<MeasureType>, principal: Principal) -> Measure {
    Measure { id: MeasureId(id(number)), text: text.into(), action, principal: Some(principal), ..Measure::default() }
}

#[test]
fn the_same_kind_of_measure_by_two_principals_is_double_work_in_other_words_too() {
    let mut case = lawful_case();
    let talks = Some(MeasureType::TalkSupport);
    case.measures = vec![measure(31, "Samtalsstöd", talks, Principal::Municipality), measure(32, "Samtal", talks, Principal::Region)];
    assert_eq!(count(&case, MissingCode::MeasureDouble), 1);
    case.measures[1].principal = Some(Principal::Municipality);
    assert_eq!(count(&case, MissingCode::MeasureDouble), 0, "two of one principal are no double work");
    case.measures[1] = measure(32, "Samtal", None, Principal::Region);
    assert_eq!(count(&case, MissingCode::MeasureDouble), 0, "nobody has said what kind it is");
}

#[test]
fn a_party_lacks_a_ground_until_the_person_has_answered() {
    let mut case = lawful_case();
    assert_eq!(count(&case, MissingCode::PartyGround), case.parties.len());
    let party = case.parties[0].id;
    case.grounds.push(Ground { answer: Answer::No, ..consent(70, party) });
    assert_eq!(count(&case, MissingCode::PartyGround), case.parties.len() - 1, "a no is an answer");
    case.grounds[0] = Ground { valid_to: Some(day(10)), ..consent(70, party) };
    assert_eq!(count(&case, MissingCode::PartyGround), case.parties.len(), "a consent that has ended is none");
}

#[test]
fn somebody_answers_for_the_follow_up() {
    let mut case = lawful_case();
    assert_eq!(count(&case, MissingCode::FollowUpBy), 1);
    case.plan_frame.follow_up_by = "Per Nyström".into();
    assert_eq!(count(&case, MissingCode::FollowUpBy), 0);
}

#[test]
fn children_at_home_are_asked_about() {
    let mut case = lawful_case();
    assert_eq!(count(&case, MissingCode::ChildrenAtHome), 0);
    case.need.minor_children = Some(Answer::Yes);
    assert_eq!(count(&case, MissingCode::ChildrenAtHome), 1);
    case.preparation.children = "Två barn, hos sin far varannan vecka".into();
    assert_eq!(count(&case, MissingCode::ChildrenAtHome), 0);
}

#[test]
fn a_wait_is_pointed_at_from_the_day_after_the_guarantee_ends() {
    let mut case = lawful_case();
    case.need.guarantee_on = day(15).to_string();
    case.need.waiting_for = "BUP".into();
    assert_eq!(count(&case, MissingCode::GuaranteePassed), 0, "the last day has not passed");
    case.need.guarantee_on = day(14).to_string();
    assert_eq!(count(&case, MissingCode::GuaranteePassed), 1);
    case.need.waiting_for.clear();
    assert_eq!(count(&case, MissingCode::GuaranteePassed), 0, "the person waits for nothing");
}

#[test]
fn a_fixed_plan_is_missed_by_the_person_and_by_called_parties_that_may_have_it() {
    let mut case = lawful_case();
    let party = case.parties[0].id;
    case.grounds.push(consent(70, party));
    case.calls.push(call(party));
    assert_eq!(count(&case, MissingCode::NotHandedOver), 0, "nothing is fixed");
    let fixed = fix(&case, &organisation(), &[], day(15)).expect("lawful");
    case.versions.push(Version {
        id: VersionId(id(50)),
        at: testing::at(15),
        by: String::new(),
        number: 1,
        meeting: None,
        change: String::new(),
        content: fixed.content().to_owned(),
        hash: fixed.hash().to_owned(),
    });
    assert_eq!(not_handed_over(&case, day(15)), [None, Some(party)]);
    assert_eq!(count(&case, MissingCode::NotHandedOver), 2);
    case.disclosures.push(handed(None));
    assert_eq!(not_handed_over(&case, day(15)), [Some(party)]);
}

#[test]
fn none_of_the_new_checks_stops_anything() {
    use MissingCode::*;
    assert!([FollowUpBy, PartyGround, NotHandedOver, ChildrenAtHome, GuaranteePassed, MeasureDouble].iter().all(|code| !code.stops()));
}

fn call(party: PartyId) -> Call {
    Call {
        id: CallId(id(80)),
        at: testing::at(2),
        by: String::new(),
        meeting: MeetingId(id(60)),
        party: Some(party),
        kind: CallKind::Called,
        delivery: Delivery::Post,
        ground: None,
        sha256: String::new(),
        occasion: CallOccasion::New,
        held_on: None,
        starts: String::new(),
        ends: String::new(),
        place: String::new(),
    }
}

fn handed(party: Option<PartyId>) -> Disclosure {
    Disclosure {
        id: RecordId(id(90)),
        at: testing::at(15),
        by: String::new(),
        party,
        recipient: String::new(),
        kind: DisclosureKind::OwnPage,
        version: Some(VersionId(id(50))),
        meeting: None,
        kinds: Vec::new(),
        left_out: false,
        grounds: Vec::new(),
        delivery: Delivery::Hand,
        sha256: String::new(),
    }
}
