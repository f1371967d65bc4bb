use super::*;
use crate::{drafts::*, law::LawSubject, testing::*};

fn codes(case: &Case) -> Vec<MissingCode> {
    fix(case, &organisation(), &[], day(15)).expect_err("something is missing").into_iter().map(|missing| missing.code).collect()
}

#[test]
fn an_empty_case_lacks_the_yes_and_the_four_contents() {
    assert_eq!(codes(&empty_case()), [MissingCode::SipYes, MissingCode::Measures, MissingCode::OtherMeasures, MissingCode::Overall]);
}

#[test]
fn each_of_the_four_contents_stops_by_itself() {
    type TakeAway = fn(&mut Case);
    let cases: [(TakeAway, MissingCode); 5] = [
        (|case| case.sip_yeses.clear(), MissingCode::SipYes),
        (|case| case.measures.clear(), MissingCode::Measures),
        (|case| case.measures[0].principal = None, MissingCode::MeasurePrincipal),
        (|case| case.plan_frame.no_other_measures = false, MissingCode::OtherMeasures),
        (|case| case.plan_frame.overall = None, MissingCode::Overall),
    ];
    for (take_away, expected) in cases {
        let mut case = lawful_case();
        take_away(&mut case);
        assert_eq!(codes(&case), [expected]);
    }
}

#[test]
fn what_only_reminds_does_not_stop() {
    let mut case = lawful_case();
    case.open_questions.push(OpenQuestion { text: "En och samma läkare".into(), ..OpenQuestion::default() });
    case.goals.push(Goal { id: GoalId(id(40)), text: "Inte dricka på vardagar".into(), ..Goal::default() });
    assert!(fix(&case, &organisation(), &[], day(15)).is_ok(), "an open question is no measure and stops nothing");
    let reminded: Vec<MissingCode> = missing(&case, day(15)).into_iter().map(|missing| missing.code).collect();
    for code in [MissingCode::QuestionOwner, MissingCode::GoalWithoutMeasure, MissingCode::MeasurePerson, MissingCode::FollowUp] {
        assert!(reminded.contains(&code), "{code:?}");
    }
}

#[test]
fn an_own_no_is_no_yes() {
    let mut case = lawful_case();
    let mut no = case.sip_yeses[0].clone();
    no.answer = Answer::No;
    case.sip_yeses.push(no);
    assert_eq!(codes(&case), [MissingCode::SipYes], "the newest answer holds");
}

#[test]
fn dates_that_cannot_be_read_or_stand_in_the_wrong_order_stop_at_their_field() {
    let mut case = lawful_case();
    case.measures[0].starts_on = "nästa vecka".into();
    let found = fix(&case, &organisation(), &[], day(15)).expect_err("unreadable");
    assert_eq!((found[0].code, found[0].field.as_deref()), (MissingCode::Unreadable, Some("starts_on")));
    case.measures[0].starts_on = "2027-03-01".into();
    case.measures[0].due_on = "2027-02-01".into();
    assert_eq!(codes(&case), [MissingCode::DatesOutOfOrder]);
}

#[test]
fn the_same_measure_by_two_principals_is_pointed_at() {
    let mut case = lawful_case();
    let own = case.measures[0].clone();
    case.measures.push(Measure { id: MeasureId(id(31)), text: " återfallsprevention ".into(), principal: Some(Principal::Region), ..own });
    assert!(missing(&case, day(15)).iter().any(|missing| missing.code == MissingCode::MeasureDouble));
}

#[test]
fn a_fixed_plan_reads_back_as_it_was_and_its_hash_follows_its_content() {
    let mut case = lawful_case();
    let fixed = fix(&case, &organisation(), &[], day(15)).expect("lawful");
    assert_eq!(thaw(fixed.content()), Some(build(&case, &organisation(), &[], day(15))));
    assert_eq!(fixed, fix(&case, &organisation(), &[], day(15)).expect("lawful"), "the same plan has the same hash");
    case.measures[0].person = "Eva Ström".into();
    assert_ne!(fixed.hash(), fix(&case, &organisation(), &[], day(15)).expect("lawful").hash());
}

#[test]
fn the_difference_names_the_line_that_changed() {
    let mut case = lawful_case();
    let before = build(&case, &organisation(), &[], day(15));
    case.measures[0].person = "Eva Ström".into();
    let found = difference(&before, &build(&case, &organisation(), &[], day(15)));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].part.as_str(), found[0].before.as_str()), ("measures", "Återfallsprevention"));
    assert!(found[0].after.ends_with("Eva Ström"));
}

#[test]
fn the_law_of_the_day_is_cited() {
    let law = |citation: &str, from, to| LawReference { subject: LawSubject::Duty, citation: citation.into(), from, to };
    let all = [law("old", day(0), Some(day(9))), law("new", day(10), None)];
    let cited = |on| build(&lawful_case(), &organisation(), &all, day(on)).law.into_iter().map(|law| law.citation).collect::<Vec<_>>();
    assert_eq!((cited(9), cited(10)), (vec!["old".to_owned()], vec!["new".to_owned()]));
}

#[test]
fn a_fast_vardkontakt_is_asked_for_at_discharge_alone() {
    let lacks = |case: &Case| missing(case, day(15)).iter().any(|missing| missing.code == MissingCode::CareContact && !missing.stops);
    let mut case = lawful_case();
    assert!(!lacks(&case));
    case.plan_type = PlanType::SipDischarge;
    assert!(lacks(&case));
    case.plan_frame.care_contact = "Stig Rönnbäck".into();
    assert!(!lacks(&case));
}

#[test]
fn roles_say_who_and_how_to_reach_but_not_how_to_reach_somebody_protected() {
    let mut case = lawful_case();
    let role = |number, party, name: &str| Role {
        id: RecordId(id(number)),
        role: Some(RoleCode::SupportPerson),
        party,
        name: name.into(),
        phone: "070-174 06 31".into(),
        ..Role::default()
    };
    let relative = PartyId(id(11));
    case.roles = vec![role(91, None, "Bo Ek"), role(92, Some(relative), ""), role(93, None, " ")];
    case.parties[1].protection = Some(Protection::Marked);
    let shown: Vec<_> = build(&case, &organisation(), &[], day(15)).roles.into_iter().map(|role| (role.who, role.phone)).collect();
    assert_eq!(shown, [("Bo Ek".into(), "070-174 06 31".into()), ("enhet 11".to_owned(), String::new())]);
}
