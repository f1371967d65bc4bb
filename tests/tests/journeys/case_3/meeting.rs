//! D+10: the meeting, with two who are there for their part of it, and version 1.

use samsyn_app::example::day;
use serde_json::{Value, json};

use crate::journeys::carried::{Carried, holds};

pub(super) fn tuomas_speaks_first_and_has_three_goals(case: &mut Carried) {
    case.next("meeting_begins");
    assert_eq!(case.see("/case/meetings/0/interpreter"), "Finska, tolk närvarande");
    assert!(case.see("/case/meetings/0/own_words").as_str().unwrap().starts_with("Ilman kotia en pysy selvänä."));
    case.next("goals");
    assert_eq!(case.each("/plan/goals", "text"), ["Ett eget kontrakt.", "Ta medicinen varje dag.", "Ett arbete med händerna."]);
    assert_eq!(case.may_not_hear("addiction_centre"), Some(json!([])));
    assert_eq!(case.may_not_hear("social"), Some(json!(["medicine", "work"])));
}

pub(super) fn what_is_not_settled_becomes_a_question_and_no_measure(case: &mut Carried) {
    case.next("measures");
    assert_eq!(case.each("/plan/measures", "text"), ["LARO-bedömning", "Stödboende", "Arbetsprövning"]);
    assert_eq!(case.each("/plan/measures", "principal"), ["region", "municipality", "municipality"]);
    assert_eq!(case.see("/plan/measures/0/due_on"), day(14));
    assert_eq!(case.see("/plan/measures/1/starts_on"), day(18));
    assert_eq!(case.see("/plan/measures/2/due_on"), day(45));
    assert_eq!(case.see("/plan/other_measures/0/done_by"), "Frivården");

    case.next("open_and_crisis");
    assert_eq!(case.see("/plan/open_questions/0/owner"), "Stig Rönnbäck och Birgitta Aasa");
    assert_eq!(case.see("/plan/open_questions/0/answer_by"), day(14));
    assert_eq!(case.see("/plan/measures").as_array().unwrap().len(), 3, "nobody has taken the medicine on");
    assert!(case.see("/plan/crises/0/text").as_str().unwrap().contains("naloxon"));
    case.next("responsibility");
    assert_eq!(case.see("/plan/overall"), "region");
    assert_eq!(case.see("/plan/follow_up/on"), day(31));
}

pub(super) fn two_are_there_for_their_part(case: &mut Carried) {
    case.next("those_of_a_part");
    let visits = case.see("/plan/meeting/visits");
    let times = |name: &str| {
        let visit = visits.as_array().unwrap().iter().find(|visit| visit["name"].as_str().unwrap().starts_with(name)).unwrap();
        (visit["from"].clone(), visit["to"].clone())
    };
    assert_eq!(times("Frivården"), (json!("2027-01-21T08:40:00Z"), json!("2027-01-21T08:55:00Z")));
    assert_eq!(times("Arbetsmarknad"), (json!("2027-01-21T08:56:00Z"), json!("2027-01-21T09:10:00Z")));
    assert_eq!(case.may_not_hear("probation"), None, "they have left");
    let in_room: Vec<Value> = case.each("/case/disclosures", "delivery").into_iter().filter(|delivery| delivery == "in_room").collect();
    assert_eq!(in_room.len(), 5, "being in the room is a disclosure");
}

pub(super) fn version_1_shows_the_open_question(case: &mut Carried) {
    case.next("read_back");
    assert_eq!(case.stops(), Vec::<Value>::new());
    case.next("version_1");
    let plan = case.paper("plan-version-1");
    holds(
        &plan,
        &[
            "Samordnad individuell plan vid utskrivning",
            "Ilman kotia en pysy selvänä.",
            "Daglig medicinutdelning: kommunen eller regionen?",
            "Stig Rönnbäck och Birgitta Aasa",
            "Övervakning",
            "naloxon",
            "Övergripande ansvar Regionen",
            "Stig Rönnbäck, Överkalix hälsocentral, 0980-319 230",
            "4 kap. 3 § lagen (2017:612)",
            "10 kap. 8–9 §§ socialtjänstlagen (2025:400)",
        ],
        &["HIV"],
    );
}
