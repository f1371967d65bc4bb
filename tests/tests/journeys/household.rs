//! Elias, who lives with his mother: where the journeys on protection begin.

use samsyn_app::example::{Script, day};
use serde_json::{Value, json};

use super::carried::Carried;

/// What is planted: one made-up word for each field that protection hides.
pub(super) const PLANTED: [&str; 7] =
    ["KUNGSGRUVAN", "0970-55512", "epost@planterad", "Hemligeby", "0970-77799", "Moderstigen", "0970-33311"];

/// A case of Elias, of whom his mother is a party, and Elias himself. Nobody is protected yet, and nothing is agreed.
pub(super) fn begin() -> (Carried, Value) {
    let mut case = Carried::begin();
    case.next("first_start");
    let script = &mut case.script;
    script.at(0, "09.00").unwrap();
    let person = json!({
        "identity": "20090312-2398", "first_name": "Elias", "last_name": "Tuolja Mäkitalo", "address": "KUNGSGRUVAN 4",
        "phone": "0970-55512", "email": "epost@planterad.example", "municipality": "Hemligeby",
    });
    let person = script.call("person.create", person).unwrap();
    script.open_case(&person).unwrap();
    let mother = json!({
        "kind": "guardian", "unit": "mamma", "name": "Sara Tuolja", "phone": "0970-77799", "address": "Moderstigen 1", "lives_with": true,
    });
    script.add("mother", "party", mother).unwrap();
    (case, person)
}

/// The father, who lives elsewhere, and a unit of the region.
pub(super) fn father_and_unit(script: &mut Script) {
    let father = json!({ "kind": "guardian", "unit": "pappa", "name": "Mikael Mäkitalo", "phone": "0970-11100" });
    script.add("father", "party", father).unwrap();
    let unit = json!({ "kind": "region", "organisation": "Region Norrbotten", "unit": "ungdomsmottagningen" });
    script.add("unit", "party", unit).unwrap();
}

/// From here on the mother is protected.
pub(super) fn protects_the_mother(script: &mut Script) {
    script.set("mother", "party", json!({ "protection": "protected_registration" })).unwrap();
}

/// Elias says yes to a SIP, and his own consent is judged to be enough.
pub(super) fn judged(script: &mut Script) {
    let yes = json!({ "answer": "yes", "on": day(0), "manner": "oral", "taken_by": "Olle Pettersson" });
    script.on_case("yes.record", yes).unwrap();
    let judged = json!({
        "child": true, "guardians": [], "maturity": "Förstår.", "reason": "Det rör honom.", "judged_by": "Olle Pettersson", "on": day(0),
    });
    script.on_case("judgement.record", judged).unwrap();
}

/// Elias consents to a party, as far as said.
pub(super) fn consents(script: &mut Script, party: &str, scope: &Value) {
    let mut ground = json!({
        "party": script.id(party), "basis": "consent", "answer": "yes", "direction": "both", "attends": true,
        "valid_from": day(0), "valid_to": day(80), "manner": "written", "on": day(0), "taken_by": "Olle Pettersson",
    });
    ground.as_object_mut().unwrap().extend(scope.as_object().unwrap().clone());
    script.on_case("ground.record", ground).unwrap();
}

/// Every recipient that a paper can be asked for.
pub(super) fn recipients(case: &Carried) -> Vec<Value> {
    let parties = case.each("/case/parties", "id").into_iter().map(|party| json!({ "to": "party", "party": party }));
    [json!({ "to": "person" }), json!({ "to": "own_file" })].into_iter().chain(parties).collect()
}

/// A paper as somebody gets it.
pub(super) struct Paper {
    pub(super) document: Value,
    pub(super) recipient: Value,
    pub(super) words: String,
    pub(super) file: Vec<u8>,
}

/// Every paper of the case for everybody who may get it.
pub(super) fn papers(case: &mut Carried) -> Vec<Paper> {
    let listed = json!({ "case": case.script.case() });
    let (documents, recipients) = (case.read("document.list", listed), recipients(case));
    let mut made = Vec::new();
    for document in documents.as_array().unwrap() {
        for recipient in &recipients {
            // Most papers are made for one recipient, and refused to the others.
            let Ok(file) = case.saved_file(document, recipient) else { continue };
            made.push(Paper { document: document.clone(), recipient: recipient.clone(), words: case.words_in(&file), file });
        }
    }
    made
}

/// The calendar file of a party, or of Elias, without the folds of its long lines.
pub(super) fn calendar(case: &mut Carried, party: &Value) -> String {
    let asked = json!({
        "case": case.script.case(), "meeting": case.script.id("meeting"), "party": party, "command_id": uuid::Uuid::now_v7(),
    });
    let file = case.script.app.call_for_bytes("call.calendar", asked).unwrap();
    String::from_utf8(file).unwrap().replace("\r\n ", "")
}
