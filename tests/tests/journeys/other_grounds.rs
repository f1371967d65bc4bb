//! Where consent does not reach: another ground, chosen by a named user with paragraph and reason, and consent withdrawn.

use samsyn_app::Code;
use samsyn_app::example::day;
use serde_json::{Value, json};

use super::carried::Carried;

/// Försäkringskassan got a no. It is called on another ground or not at all.
#[test]
fn forsakringskassan_is_called_on_another_ground_with_its_reason() {
    let mut case = Carried::through("meeting_planned");
    let insurance = case.script.id("insurance");
    let call = json!({ "meeting": case.script.id("meeting"), "party": insurance, "delivery": "post" });
    assert_eq!(case.refused_at("call.send", call.clone()), (Code::ConsentRefused, Some("party".to_owned())));

    let mut ground = json!({
        "party": insurance,
        "basis": "osl_10_27",
        "answer": "yes",
        "direction": "both",
        "scope": "kinds",
        "kinds": ["work"],
        "attends": true,
        "valid_from": day(2),
        "valid_to": day(20),
        "manner": "written",
        "on": day(2),
        "taken_by": "Per Nyström",
    });
    assert_eq!(case.refused_at("ground.record", ground.clone()), (Code::ReasonMissing, Some("reason".to_owned())));
    ground["reason"] = json!("Sjukpenningen upphör om inget görs, och intresset av det väger uppenbart tyngre.");
    case.script.on_case("ground.record", ground).unwrap();
    assert_eq!(case.gate("insurance")["kinds"], json!(["work"]));

    case.script.on_case("call.send", call).unwrap();
    let sent = case.see("/case/disclosures/0");
    let recorded = case.each("/case/grounds", "id").pop().unwrap();
    assert_eq!((&sent["party"], &sent["grounds"]), (&insurance, &json!([recorded])));
    assert_eq!(case.each("/case/grounds", "by").pop().unwrap(), "Per Nyström");
}

#[test]
fn nothing_goes_out_on_a_consent_that_was_withdrawn_or_has_ended() {
    let mut case = Carried::through("meeting_planned");
    let meeting = case.script.id("meeting");
    let call = |case: &Carried, party: &str| json!({ "meeting": meeting, "party": case.script.id(party), "delivery": "post" });
    let ground = case.see("/case/grounds/0/id");
    case.script.on_case("ground.withdraw", json!({ "ground": ground, "from": day(2), "manner": "oral" })).unwrap();
    let to_the_unit = call(&case, "addiction_unit");
    assert_eq!(case.refused_at("call.send", to_the_unit).0, Code::GroundWithdrawn);
    assert_eq!(case.gate("addiction_unit")["kinds"], json!([]));

    case.script.at(200, "09.00").unwrap();
    let to_anna = call(&case, "anna");
    assert_eq!(case.refused_at("call.send", to_anna).0, Code::GroundNotInForce);
    // The person needs no ground, ever.
    case.script.on_case("call.send", json!({ "meeting": meeting, "party": null, "delivery": "post" })).unwrap();
}

/// Without a meeting that runs, the store locks after the profile's ten minutes, and says so to every command.
#[test]
fn an_idle_store_locks_and_loses_nothing_that_was_typed() {
    let mut case = Carried::through("need");
    let form = json!({ "kind": "form", "fields": { "name": "ground.record", "content": "{\"reason\":\"halv" } });
    case.script.on_case("draft.add", form).unwrap();
    case.script.at(0, "09.19").unwrap();
    case.script.app.tick();
    assert_eq!(case.read("store.status", json!({}))["state"], "open");
    case.script.at(0, "09.30").unwrap();
    case.script.app.tick();
    assert_eq!(case.read("store.status", json!({}))["state"], "locked");
    let shown = json!({ "case": case.script.case() });
    assert_eq!(case.script.app.call("case.show", shown.clone()).unwrap_err().code, Code::Locked);

    assert_eq!(case.script.app.call("store.unlock", json!({ "passphrase": "fel" })).unwrap_err().code, Code::WrongPassphrase);
    case.read("store.unlock", json!({ "passphrase": samsyn_app::example::PASSPHRASE }));
    let found: Value = case.read("case.show", shown);
    assert_eq!(found["case"]["forms"][0]["content"], "{\"reason\":\"halv");
}
