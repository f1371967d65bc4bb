//! What holds whatever people do: random days, grounds, answers and judgements, through the commands. Who may be told what is
//! said again by an oracle that knows nothing of the gate, and every way out is tried against it.

mod oracle;
mod steps;
mod ways;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use samsyn_app::example::{CASE_1, CASE_2, CASE_3};
use serde_json::json;

use super::carried::Carried;
use steps::{Cast, Step, any_step, take};
use ways::{plant, the_gates_say_what_the_oracle_says, try_every_way_out};

/// Karin and four of the parties, on the day when the meeting is planned.
const ADULT: Cast = Cast { parties: &["addiction_unit", "health_centre", "anna", "rsmh"], guardians: &[], today: 2 };
/// Tuomas, when his plan has been closed.
const DISCHARGED: Cast = Cast { parties: &["social", "home_care", "addiction_centre", "probation", "labour"], guardians: &[], today: 60 };
/// Elias, when his plan has been revised.
const CHILD: Cast =
    Cast { parties: &["student_health", "bup", "youth_clinic", "sara", "mikael", "marja"], guardians: &["sara", "mikael"], today: 47 };

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config { cases, failure_persistence: None, max_shrink_iters: 20, ..Config::default() })
}

/// How many steps are taken between two looks at every way out, which cost most of the time.
const STRIDE: usize = 3;

/// Takes the steps one by one. What the gate says is looked at after each, and every way out to one of the parties, in turn, is
/// tried after some.
fn walk(case: &mut Carried, roles: &Cast, steps: &[Step]) -> Result<(), TestCaseError> {
    for (some, party) in steps.chunks(STRIDE).zip(roles.parties.iter().cycle()) {
        for step in some {
            take(case, roles, step);
            the_gates_say_what_the_oracle_says(case, roles)?;
        }
        try_every_way_out(case, party)?;
    }
    Ok(())
}

#[test]
fn nothing_leaves_without_a_recorded_ground() {
    let told = runner(4).run(&prop::collection::vec(any_step(&ADULT), 1..12), |steps| {
        let mut case = Carried::through("parties");
        case.script.at(2, "09.30").unwrap();
        // The consents are left out: what is open here was opened by the random steps alone.
        let planned = CASE_1.iter().find(|(name, _)| *name == "meeting_planned").unwrap().1;
        planned(&mut case.script).unwrap();
        walk(&mut case, &ADULT, &steps)
    });
    told.unwrap();
}

/// Every kind of paper that a case can have, through two versions, a follow-up, a deviation, notices and the closing.
#[test]
fn each_line_goes_where_a_ground_opens_it_and_nowhere_else() {
    let told = runner(1).run(&prop::collection::vec(any_step(&DISCHARGED), 30), |steps| {
        let mut case = Carried::of_through(CASE_3, "read_back");
        plant(&mut case);
        case.go_on_through("closing");
        let late = json!({ "kind": "no_reply", "party": case.script.id("home_care"), "on": "2027-03-12", "event": "Svarade inte." });
        case.script.on_case("deviation.record", late).unwrap();
        walk(&mut case, &DISCHARGED, &steps)
    });
    told.unwrap();
}

/// For a child the judgement says whose consent is needed; on the 18th birthday only the person's own counts.
#[test]
fn what_is_told_of_a_child_follows_the_judgement_and_of_an_adult_the_person_alone() {
    let steps = || prop::collection::vec(any_step(&CHILD), 18);
    let told = runner(1).run(&(steps(), steps()), |(young, of_age)| {
        let mut case = Carried::of_through(CASE_2, "read_back");
        plant(&mut case);
        case.go_on_through("version_2");
        case.script.at(CHILD.today, "09.00").unwrap();
        case.script.on_case("case.close", json!({ "reason": "goals_reached", "on": "2027-02-27" })).unwrap();
        walk(&mut case, &CHILD, &young)?;
        let grown = Cast { today: 61, ..CHILD };
        case.script.at(grown.today, "09.00").unwrap();
        walk(&mut case, &grown, &of_age)
    });
    told.unwrap();
}

/// Whatever is drafted, agreed or withdrawn after the plan was fixed: the version, its hash and its paper stay.
#[test]
fn a_fixed_version_never_changes() {
    let mut case = Carried::through("filed");
    let (id, version) = (case.script.case(), case.see("/case/versions/0"));
    let paper = json!({ "case": id, "document": { "document": "plan", "version": version["id"] } });
    let before = case.script.app.call_for_bytes("document.preview", paper.clone()).unwrap();
    let mut runner = TestRunner::new(Config { cases: 1, failure_persistence: None, ..Config::default() });
    let drafts =
        prop::collection::vec((prop::sample::select(&["goal", "measure", "crisis", "own_action", "dissent"][..]), "[a-zåäö ]{0,20}"), 40);
    let steps = (drafts, prop::collection::vec(any_step(&ADULT), 20));
    let told = runner.run(&steps, |(drafts, steps)| {
        let mut case = Carried::through("filed");
        let same = |case: &Carried| {
            case.see("/case/versions/0")["content"] == version["content"] && case.see("/case/versions/0")["hash"] == version["hash"]
        };
        for (kind, text) in drafts {
            case.script.on_case("draft.add", json!({ "kind": kind, "fields": { "text": text } })).unwrap();
            let first = case.see(&format!("/case/{kind}s/0").replace("crisiss", "crises"))["id"].clone();
            case.script.on_case("draft.set", json!({ "kind": kind, "id": first, "fields": { "text": text } })).unwrap();
            prop_assert!(same(&case));
        }
        for step in &steps {
            take(&mut case, &ADULT, step);
        }
        prop_assert!(same(&case));
        let after = case.script.app.call_for_bytes("document.preview", paper.clone()).unwrap();
        prop_assert!(before == after, "the paper of a fixed version changed");
        Ok(())
    });
    told.unwrap();
}
