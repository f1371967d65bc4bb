//! Gallring by the nämnd's plan: from the closing through the archive copy to the certificate.

use chrono::{DateTime, Utc};
use samsyn_app::{Clock, Code, example::STORE};
use serde_json::{Value, json};
use uuid::Uuid;

use super::carried::{Carried, holds};

/// What tells whose case it was.
const PERSON: [&str; 5] = ["Karin", "Lövgren", "19830417", "830417", "SIP-2027-0001"];

/// Case 1, closed on 31 May 2027, in a unit of the social services.
fn closed() -> Carried {
    let mut case = Carried::through("closing");
    social_services(&mut case);
    case
}

fn social_services(case: &mut Carried) {
    let open = case.read("store.status", json!({}))["open"].clone();
    let (profile, organisation) = (&open["profile"], &open["organisation"]);
    let settings = json!({
        "unit": organisation["unit"], "phone": organisation["phone"], "address": organisation["address"],
        "county": profile["county"], "region": profile["region"], "activity": "social_services",
        "need_to_call": "", "need_to_meeting": "", "ground_ends_soon": "30", "idle_minutes": "10", "meeting_minutes": "180",
    });
    case.read("store.change_settings", settings);
}

/// The plan of the nämnd: five years, done before the end of the next.
pub(super) fn plan() -> Value {
    json!({
        "reference": "SN 2025/0123", "adopted_on": "2025-12-01", "social_services_years": "5", "health_care_years": "10",
        "done_by_next_year": true, "keeps_research_births": true, "keeps_everyone": false,
    })
}

fn enter_plan(case: &mut Carried) {
    case.script.call("disposal.set_plan", plan()).unwrap();
}

fn copy() -> Value {
    json!({ "what": "Hela ärendet", "place": "Nämndarkivet, akt 4711", "on": "2027-06-02", "filed_by": "Per Nyström, socialsekreterare" })
}

/// Sets the clock to the morning of a day.
fn on(case: &mut Carried, day: &str) {
    let at: DateTime<Utc> = format!("{day}T08:00:00Z").parse().unwrap();
    case.script.app.set_clock(Clock::Fixed(at));
}

fn list(case: &mut Carried) -> Value {
    case.read("disposal.list", json!({}))
}

/// What stands in the way of the only case of the list.
fn hindrances(case: &mut Carried) -> Value {
    list(case)["lines"][0]["disposal"]["hindrances"].clone()
}

fn carry_out(case: &mut Carried, confirm: &str) -> Result<Value, samsyn_app::AppError> {
    let id = case.script.case();
    case.script.call("disposal.carry_out", json!({ "cases": [id], "confirm": confirm }))
}

#[test]
fn a_closed_case_is_erased_by_the_plan_and_leaves_a_certificate_alone() {
    let mut case = closed();
    assert_eq!(case.read("case.show", json!({ "case": case.script.case() }))["disposal"]["hindrances"], json!(["no_plan"]));
    assert_eq!((&list(&mut case)["why_nothing"], &list(&mut case)["lines"]), (&json!("no_plan"), &json!([])));
    enter_plan(&mut case);
    case.script.on_case("disposal.archive_copy", copy()).unwrap();
    assert_eq!(case.see("/disposal/period"), json!({ "from": "2032-06-01", "by": "2033-12-31" }), "five years after the closing");
    assert_eq!(case.see("/disposal/hindrances"), json!(["too_early"]));

    on(&mut case, "2032-05-31");
    let early = list(&mut case);
    assert_eq!((&early["lines"], &early["later"], &early["next"]), (&json!([]), &json!(1), &json!("2032-06-01")));
    assert_eq!(carry_out(&mut case, "1").unwrap_err().code, Code::NotDue);

    on(&mut case, "2032-06-01");
    let due = list(&mut case);
    assert_eq!(due["lines"][0]["disposal"]["hindrances"], json!([]));
    assert_eq!((&due["lines"][0]["number"], &due["lines"][0]["late"]), (&json!("SIP-2027-0001"), &json!(false)));
    assert!(!due.to_string().contains("Karin"), "the list names nobody");
    let paper = case.script.app.call_for_bytes("disposal.print", json!({})).unwrap();
    holds(&case.words_in(&paper), &["Gallringslista", "SN 2025/0123, beslutad 2025-12-01", "SIP-2027-0001", "Ska gallras"], &PERSON[..4]);

    for (confirm, field) in [("", "confirm"), ("2", "confirm"), ("ett", "confirm")] {
        let refused = carry_out(&mut case, confirm).unwrap_err();
        assert_eq!((refused.code, refused.field.as_deref()), (Code::ConfirmationDiffers, Some(field)), "{confirm:?}");
    }
    let (id, person) = (case.script.case(), case.see("/case/person/id"));
    let request = json!({ "cases": [id, id], "confirm": " 1 ", "command_id": Uuid::now_v7() });
    let done = case.script.app.call("disposal.carry_out", request.clone()).unwrap();
    assert_eq!((&done["cases"], &done["people"]), (&json!(1), &json!(1)));
    assert_eq!(case.script.app.call("disposal.carry_out", request).unwrap(), done, "a retry erases once");
    assert_eq!(carry_out(&mut case, "1").unwrap_err().code, Code::NotFound);

    assert_eq!(case.script.app.call("case.show", json!({ "case": id })).unwrap_err().code, Code::NotFound);
    assert_eq!(case.script.app.call("person.show", json!({ "person": person })).unwrap_err().code, Code::NotFound);
    assert_eq!(case.read("person.search", json!({ "text": "Karin" })), json!([]));
    assert_eq!(case.read("store.verify", json!({}))["whole"], true);
    let openings = case.read("access.openings", json!({ "from": "2027-01-01", "to": "2032-12-31" }));
    assert!(openings.as_array().unwrap().iter().any(|opening| opening["case"] == id), "who has read is kept");
    assert!(PERSON.iter().all(|word| !openings.to_string().contains(word)), "and names nobody");

    let left = list(&mut case);
    assert_eq!((&left["lines"], &left["certificates"][0]["id"]), (&json!([]), &done["certificate"]));
    let paper = case.script.app.call_for_bytes("disposal.certificate", json!({ "certificate": done["certificate"] })).unwrap();
    let told = [
        "Gallringsintyg",
        "Socialnämnden i Östersunds kommun",
        "SN 2025/0123, beslutad 2025-12-01",
        "2032-06-01",
        "Per Nyström",
        "Minst 5 år",
    ];
    holds(&case.words_in(&paper), &told, &PERSON);
    assert!(PERSON.iter().all(|word| !left["certificates"].to_string().contains(word)));
}

#[test]
fn nothing_is_erased_before_the_archive_copy_is_noted() {
    let mut open = Carried::through("version_1");
    assert_eq!(open.refused_at("disposal.archive_copy", copy()).0, Code::CaseNotClosed);
    let mut case = closed();
    enter_plan(&mut case);
    on(&mut case, "2034-01-01");
    assert_eq!(hindrances(&mut case), json!(["archive_copy_missing"]));
    assert_eq!(carry_out(&mut case, "1").unwrap_err().code, Code::NotDue);
    for field in ["what", "place", "on", "filed_by"] {
        let mut lacking = copy();
        lacking[field] = json!(" ");
        assert_eq!(case.refused_at("disposal.archive_copy", lacking), (Code::EmptyField, Some(field.to_owned())));
    }
    let mut earlier = copy();
    earlier["version"] = case.see("/case/versions/0/id");
    case.script.on_case("disposal.archive_copy", earlier).unwrap();
    assert_eq!(hindrances(&mut case), json!(["archive_copy_missing"]), "the first of two versions is not what the case left");
    let mut newest = copy();
    newest["version"] = case.see("/case/versions/1/id");
    case.script.on_case("disposal.archive_copy", newest).unwrap();
    assert_eq!(hindrances(&mut case), json!([]), "noting it is no entry that keeps the case for years more");
    assert_eq!(list(&mut case)["lines"][0]["late"], true);
    let noted = case.see("/case/archive_copies/1/id");
    case.script.on_case("annulment.record", json!({ "kind": "archive_copy", "record": noted, "reason": "Fel akt." })).unwrap();
    assert_eq!(hindrances(&mut case), json!(["archive_copy_missing"]));
    let words = case.previewed(&json!({ "document": "whole_file" }));
    holds(&words, &["Nämndarkivet, akt 4711", "Fel akt."], &[]);
}

#[test]
fn what_somebody_has_a_reason_to_keep_is_kept_until_the_reason_is_lifted() {
    let mut case = closed();
    enter_plan(&mut case);
    case.script.on_case("disposal.archive_copy", copy()).unwrap();
    assert_eq!(case.refused_at("disposal.hold", json!({ "reason": "other" })), (Code::EmptyField, Some("note".to_owned())));
    case.script.on_case("disposal.hold", json!({ "reason": "supervision", "note": "Begärt in av tillsynsmyndigheten." })).unwrap();
    on(&mut case, "2032-06-01");
    assert_eq!(hindrances(&mut case), json!(["held"]));
    assert_eq!(carry_out(&mut case, "1").unwrap_err().code, Code::NotDue);
    let hold = case.see("/case/disposal_holds/0/id");
    assert_eq!(case.refused_at("disposal.lift", json!({ "hold": hold, "reason": "" })).0, Code::EmptyField);
    case.script.on_case("disposal.lift", json!({ "hold": hold, "reason": "Tillsynen är avslutad." })).unwrap();
    assert_eq!(case.refused_at("disposal.lift", json!({ "hold": hold, "reason": "Igen" })).0, Code::NotFound);
    assert_eq!(hindrances(&mut case), json!([]));
    let history = case.read("case.history", json!({ "case": case.script.case() })).to_string();
    assert!(history.contains("Begärt in av tillsynsmyndigheten.") && history.contains("Tillsynen är avslutad."));
}

#[test]
fn whoever_writes_in_the_case_moves_the_day_forward() {
    let mut case = closed();
    enter_plan(&mut case);
    case.script.on_case("disposal.archive_copy", copy()).unwrap();
    on(&mut case, "2029-03-01");
    case.script.set_single("frame", json!({ "notes": "Anhörig har ringt." })).unwrap();
    assert_eq!(case.see("/disposal/period/from"), "2034-03-02");
}

#[test]
fn an_archive_copy_that_lacks_what_was_entered_later_does_not_count() {
    let mut case = closed();
    enter_plan(&mut case);
    case.script.on_case("disposal.archive_copy", copy()).unwrap();
    assert_eq!(case.see("/archive_copy_missing"), false);
    on(&mut case, "2028-03-01");
    case.script.set_single("frame", json!({ "notes": "Anhörig har ringt." })).unwrap();
    assert_eq!(case.see("/archive_copy_missing"), true);
    on(&mut case, "2034-01-01");
    assert_eq!(hindrances(&mut case), json!(["archive_copy_missing"]));
    case.script.on_case("disposal.archive_copy", copy()).unwrap();
    assert_eq!((hindrances(&mut case), case.see("/archive_copy_missing")), (json!([]), json!(false)));
}

#[test]
fn the_copies_in_the_stores_own_folder_that_still_hold_what_was_erased_are_told_of() {
    let mut case = closed();
    enter_plan(&mut case);
    case.script.on_case("disposal.archive_copy", copy()).unwrap();
    let store = case.folder().join(STORE);
    let beside = [store.join("backups/before-schema-8"), store.join("set-aside-2027-01-01")];
    for copy in &beside {
        fs_err::create_dir_all(copy).unwrap();
        fs_err::write(copy.join("samsyn.db"), "").unwrap();
    }
    on(&mut case, "2032-06-01");
    assert_eq!(list(&mut case)["copies_beside"], json!([]), "nothing was erased");
    carry_out(&mut case, "1").unwrap();
    assert_eq!(list(&mut case)["copies_beside"], json!(beside.map(|copy| copy.to_str().unwrap().to_owned())));
}

#[test]
fn the_plan_is_what_was_entered_and_without_it_nothing_is_due() {
    let mut case = closed();
    case.script.on_case("disposal.archive_copy", copy()).unwrap();
    on(&mut case, "2040-01-01");
    let refused = |case: &mut Carried, field: &str, typed: &str| {
        let mut plan = plan();
        plan[field] = json!(typed);
        let refusal = case.script.call("disposal.set_plan", plan).unwrap_err();
        assert_eq!(refusal.field.as_deref(), Some(field));
        refusal.code
    };
    assert_eq!(refused(&mut case, "reference", " "), Code::EmptyField);
    assert_eq!(refused(&mut case, "adopted_on", "i vintras"), Code::DateUnreadable);
    assert_eq!(refused(&mut case, "social_services_years", "fem"), Code::InvalidValue);
    assert_eq!(refused(&mut case, "health_care_years", "9"), Code::KeptTooShort);
    assert_eq!(refused(&mut case, "social_services_years", "4"), Code::KeptTooShort);
    assert_eq!(list(&mut case)["why_nothing"], "no_plan");
    enter_plan(&mut case);
    assert_eq!(hindrances(&mut case), json!([]));
    let with = |case: &mut Carried, field: &str, value: Value| {
        let mut plan = plan();
        plan[field] = value;
        case.script.call("disposal.set_plan", plan).unwrap();
        list(case)
    };
    let untimed = with(&mut case, "social_services_years", json!(""));
    assert_eq!((&untimed["lines"], &untimed["untimed"]), (&json!([]), &json!(1)));
    assert_eq!(with(&mut case, "keeps_everyone", json!(true))["why_nothing"], "kept_for_all");
    assert_eq!(carry_out(&mut case, "1").unwrap_err().code, Code::NotDue);
    let cleared = json!({
        "reference": "", "adopted_on": "", "social_services_years": "", "health_care_years": "", "done_by_next_year": false,
        "keeps_research_births": false, "keeps_everyone": false,
    });
    case.script.call("disposal.set_plan", cleared).unwrap();
    assert_eq!(list(&mut case)["why_nothing"], "no_plan");
    // What was entered outlives a lock.
    enter_plan(&mut case);
    case.read("store.lock", json!({}));
    case.read("store.unlock", json!({ "passphrase": samsyn_app::example::PASSPHRASE }));
    assert_eq!(list(&mut case)["plan"]["reference"], "SN 2025/0123");
}
