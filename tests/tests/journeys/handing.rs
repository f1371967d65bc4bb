//! Handing over: a responsibility, the whole case to a colleague's store, a case to the right person, and a case to its
//! destruction on a decision.

use std::path::Path;

use chrono::{DateTime, Utc};
use samsyn_app::{App, AppError, Clock, Code, Setup};
use serde_json::{Value, json};
use uuid::Uuid;

use super::carried::{Carried, words_of};

pub(super) const FILE_PASSPHRASE: &str = "paraply tusen gula kastanjer";

/// A colleague's store in the same organisation, or in another.
pub(super) struct Colleague {
    pub(super) app: App,
    _folder: tempfile::TempDir,
}

impl Colleague {
    pub(super) fn of(controller: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at: DateTime<Utc> = "2027-03-01T08:00:00Z".parse().unwrap();
        let mut app = App::new(Setup { folder: folder.path().join("store"), clock: Clock::Fixed(at), keyring: false });
        let first = json!({
            "profile": "jamtland-harjedalen", "controller": controller, "principal": "municipality",
            "organisation": "Östersunds kommun", "unit": "öppenvården Nexus", "user": "Sara Ek", "phone": "0980-319 200", "title": "socialsekreterare",
            "passphrase": "trumpet kantarell sextio moln", "practice": true
        });
        app.call("store.create", first).unwrap();
        Self { app, _folder: folder }
    }

    pub(super) fn act(&mut self, command: &str, mut request: Value) -> Result<Value, AppError> {
        request["command_id"] = json!(Uuid::now_v7());
        self.app.call(command, request)
    }

    pub(super) fn receive(&mut self, bytes: &[u8], passphrase: &str) -> Result<Value, AppError> {
        self.act("case.receive", json!({ "bytes": hex::encode(bytes), "passphrase": passphrase }))
    }

    fn is_empty_and_whole(&mut self) {
        assert_eq!(self.app.call("case.list", json!({ "closed": true })).unwrap(), json!([]));
        assert_eq!(self.app.call("store.verify", json!({})).unwrap()["whole"], true);
    }
}

pub(super) fn controller(case: &mut Carried) -> String {
    case.read("store.status", json!({}))["open"]["organisation"]["controller"].as_str().unwrap().to_owned()
}

fn package(case: &mut Carried) -> Vec<u8> {
    let request = json!({
        "case": case.script.case(), "to": "Sara Ek, socialsekreterare", "unit": "öppenvården Nexus", "passphrase": FILE_PASSPHRASE,
        "command_id": Uuid::now_v7()
    });
    case.script.app.call_for_bytes("case.package", request).unwrap()
}

fn show(app: &mut App, case: &Value) -> Value {
    app.call("case.show", json!({ "case": case })).unwrap()
}

fn paper(app: &mut App, folder: &Path, case: &Value, document: &Value) -> String {
    let path = folder.join("shown.pdf");
    fs_err::write(&path, app.call_for_bytes("document.preview", json!({ "case": case, "document": document })).unwrap()).unwrap();
    words_of(&path)
}

#[test]
fn a_responsibility_is_handed_over_when_somebody_else_confirms_it() {
    let mut case = Carried::through("copies");
    let given = json!({ "what": "samordnare", "from": "Per Nyström", "to": "Sara Ek", "to_unit": "öppenvården Nexus", "on": "2027-03-01" });
    case.script.on_case("hand_over.record", given).unwrap();
    let hand_over = case.see("/case/hand_overs/0/id");
    assert!(case.tasks().contains(&"receipt_missing Sara Ek".to_owned()));
    let confirm = |by: &str| json!({ "hand_over": hand_over, "confirmed_by": by, "on": "2027-03-01" });
    let refused = case.refused_at("hand_over.confirm", confirm("per nyström"));
    assert_eq!(refused, (Code::ConfirmedByGiver, Some("confirmed_by".to_owned())));
    assert_eq!(case.refused_at("hand_over.confirm", confirm(" ")).0, Code::EmptyField);
    case.script.on_case("hand_over.confirm", confirm("Sara Ek")).unwrap();
    assert_eq!(case.refused_at("hand_over.confirm", confirm("Sara Ek")).0, Code::AlreadyConfirmed);
    assert!(!case.tasks().iter().any(|task| task.starts_with("receipt_missing")));
    let (folder, id) = (case.folder().to_owned(), case.script.case());
    let words = paper(&mut case.script.app, &folder, &id, &json!({ "document": "hand_over", "hand_over": hand_over }));
    super::carried::holds(&words, &["Överlämnande av ansvar", "Samordnare", "Sara Ek", "öppenvården Nexus"], &["Lövgren"]);
}

#[test]
fn a_whole_case_goes_to_a_colleague_and_is_written_there_alone() {
    let mut case = Carried::through("version_2");
    let id = case.script.case();
    let bytes = package(&mut case);
    let before = show(&mut case.script.app, &id);
    let mut colleague = Colleague::of(&controller(&mut case));
    let received = colleague.receive(&bytes, FILE_PASSPHRASE).unwrap();
    assert_eq!((&received["case"], &received["person_known"]), (&id, &json!(false)));
    let mut there = show(&mut colleague.app, &id);
    let received = there["case"]["passings"].as_array_mut().unwrap().pop().unwrap();
    assert_eq!(received["way"], "received");
    for part in SAME {
        assert_eq!(there[part], before[part], "{part}");
    }
    let history = |app: &mut App| app.call("case.history", json!({ "case": id })).unwrap().as_array().unwrap().clone();
    let (theirs, ours) = (history(&mut colleague.app), history(&mut case.script.app));
    assert_eq!(theirs[1..], ours[..], "with the names of those who wrote");
    assert_eq!((&theirs[0]["command"], &ours[0]["command"]), (&json!("case.receive"), &json!("case.package")));
    let folder = case.folder().to_owned();
    for version in before["case"]["versions"].as_array().unwrap() {
        let document = json!({ "document": "plan", "version": version["id"] });
        assert_eq!(paper(&mut colleague.app, &folder, &id, &document), paper(&mut case.script.app, &folder, &id, &document));
    }
    for app in [&mut colleague.app, &mut case.script.app] {
        assert_eq!(app.call("store.verify", json!({})).unwrap()["whole"], true);
    }
    let written = json!({ "case": id, "kind": "frame", "id": id, "fields": { "notes": "Hos Sara" }, "seen": {} });
    colleague.act("draft.set", written.clone()).unwrap();
    assert_eq!(case.refused_at("draft.set", written).0, Code::HandedOver);
}

/// What is the same of a case in two stores.
const SAME: [&str; 8] = ["case", "missing", "gates", "plan", "fixed_plan", "changes", "differences", "intact"];

#[test]
fn a_case_that_a_colleague_has_worked_on_comes_back_whole() {
    let mut case = Carried::through("version_2");
    let id = case.script.case();
    let mut colleague = Colleague::of(&controller(&mut case));
    colleague.receive(&package(&mut case), FILE_PASSPHRASE).unwrap();
    colleague.act("draft.set", json!({ "case": id, "kind": "frame", "id": id, "fields": { "notes": "Hos Sara" }, "seen": {} })).unwrap();
    colleague.act("draft.add", json!({ "case": id, "kind": "goal", "fields": { "text": "Ett mål hos Sara" } })).unwrap();
    let given = json!({ "case": id, "what": "samordnare", "from": "Per Nyström", "to": "Sara Ek", "to_unit": "", "on": "2027-03-01" });
    colleague.act("hand_over.record", given).unwrap();
    let request = json!({ "case": id, "to": "Per Nyström", "passphrase": FILE_PASSPHRASE, "command_id": Uuid::now_v7() });
    let bytes = colleague.app.call_for_bytes("case.package", request).unwrap();

    let receive = json!({ "bytes": hex::encode(&bytes), "passphrase": FILE_PASSPHRASE });
    assert_eq!(case.script.call("case.receive", receive).unwrap()["case"], id);
    let (mut here, away) = (show(&mut case.script.app, &id), show(&mut colleague.app, &id));
    let ways: Vec<_> = here["case"]["passings"].as_array().unwrap().iter().map(|passing| passing["way"].clone()).collect();
    assert_eq!(ways, ["sent", "received", "sent", "received"]);
    here["case"]["passings"].as_array_mut().unwrap().pop();
    for part in SAME {
        assert_eq!(here[part], away[part], "{part}");
    }
    assert_eq!(here["case"]["frame"]["notes"], "Hos Sara");
    let history = |app: &mut App| app.call("case.history", json!({ "case": id })).unwrap().as_array().unwrap().clone();
    assert_eq!(history(&mut case.script.app)[1..], history(&mut colleague.app)[..]);
    for app in [&mut colleague.app, &mut case.script.app] {
        assert_eq!(app.call("store.verify", json!({})).unwrap()["whole"], true);
    }
    case.script.set_single("frame", json!({ "notes": "Åter hos Per" })).unwrap();
    // And over again: the colleague's store goes on from its own part.
    colleague.receive(&package(&mut case), FILE_PASSPHRASE).unwrap();
    assert_eq!(show(&mut colleague.app, &id)["case"]["frame"]["notes"], "Åter hos Per");
    assert_eq!(colleague.app.call("store.verify", json!({})).unwrap()["whole"], true);
}

#[test]
fn a_case_that_went_on_in_both_places_is_not_taken_in() {
    let mut case = Carried::through("need");
    let id = case.script.case();
    let mut colleague = Colleague::of(&controller(&mut case));
    colleague.receive(&package(&mut case), FILE_PASSPHRASE).unwrap();
    case.script.on_case("case.take_back", json!({ "reason": "Sara är sjuk." })).unwrap();
    case.script.set_single("frame", json!({ "notes": "Hos Per" })).unwrap();
    let request = json!({ "case": id, "to": "Per Nyström", "passphrase": FILE_PASSPHRASE, "command_id": Uuid::now_v7() });
    let bytes = colleague.app.call_for_bytes("case.package", request).unwrap();
    let refused = case.script.call("case.receive", json!({ "bytes": hex::encode(bytes), "passphrase": FILE_PASSPHRASE })).unwrap_err();
    assert_eq!((refused.code, refused.field.as_deref()), (Code::CaseForked, Some("bytes")));
    assert_eq!(case.see("/case/frame/notes"), "Hos Per");
    assert_eq!(case.read("store.verify", json!({}))["whole"], true);
}

#[test]
fn what_was_handed_over_is_read_and_logged_and_can_be_taken_back() {
    let mut case = Carried::through("version_2");
    assert_eq!(case.refused_at("case.take_back", json!({ "reason": "Ångrat" })).0, Code::NotHandedOver);
    package(&mut case);
    let id = case.script.case();
    let logged = show(&mut case.script.app, &id)["case"]["disclosures"].as_array().unwrap().last().cloned().unwrap();
    assert_eq!((&logged["kind"], &logged["recipient"]), (&json!("package"), &json!("Sara Ek, socialsekreterare, öppenvården Nexus")));
    let own = json!({ "case": id, "document": { "document": "plan", "version": null }, "recipient": { "to": "own_file" }, "command_id": Uuid::now_v7() });
    case.script.app.call_for_bytes("document.save", own.clone()).unwrap();
    let mut outside = own;
    outside["recipient"] = json!({ "to": "person" });
    outside["command_id"] = json!(Uuid::now_v7());
    assert_eq!(case.script.app.call_for_bytes("document.save", outside).unwrap_err().code, Code::HandedOver);
    for (command, request) in [("case.undo", json!({})), ("plan.fix", json!({})), ("draft.add", json!({ "kind": "goal", "fields": {} }))] {
        assert_eq!(case.refused_at(command, request).0, Code::HandedOver, "{command}");
    }
    assert_eq!(show(&mut case.script.app, &id)["tasks"], json!([]));
    assert_eq!(case.refused_at("case.take_back", json!({ "reason": "" })).0, Code::EmptyField);
    case.script.on_case("case.take_back", json!({ "reason": "Filen kom aldrig fram." })).unwrap();
    case.script.set_single("frame", json!({ "notes": "Åter här" })).unwrap();
    let history = case.read("case.history", json!({ "case": id })).to_string();
    assert!(!history.contains("kastanjer"), "a file's passphrase is kept nowhere");
}

#[test]
fn protected_data_go_along_only_for_a_reason_that_is_kept() {
    let mut case = Carried::through("need");
    let person = case.see("/case/person/id");
    case.script.call("person.set", json!({ "person": person, "fields": { "protection": "marked" }, "seen": {} })).unwrap();
    let mut request = json!({ "case": case.script.case(), "to": "Sara Ek", "passphrase": FILE_PASSPHRASE, "command_id": Uuid::now_v7() });
    let refused = case.script.app.call_for_bytes("case.package", request.clone()).unwrap_err();
    assert_eq!((refused.code, refused.field.as_deref()), (Code::EmptyField, Some("reason")));
    request["reason"] = json!("Sara Ek tar över som handläggare.");
    case.script.app.call_for_bytes("case.package", request).unwrap();
    let history = case.read("case.history", json!({ "case": case.script.case() }));
    assert!(history[0]["changes"].to_string().contains("Sara Ek tar över som handläggare."));
}

#[test]
fn a_weak_passphrase_is_no_passphrase_for_a_file() {
    let mut case = Carried::through("need");
    let request = json!({ "case": case.script.case(), "to": "Sara Ek", "passphrase": "hemligt", "command_id": Uuid::now_v7() });
    assert_eq!(case.script.app.call_for_bytes("case.package", request).unwrap_err().code, Code::PassphraseWeak);
    assert_eq!(case.see("/case/passings"), json!([]));
}

#[test]
fn a_file_that_is_not_whole_or_not_ours_writes_nothing() {
    let mut case = Carried::through("need");
    let bytes = package(&mut case);
    let mut colleague = Colleague::of(&controller(&mut case));
    assert_eq!(colleague.receive(&bytes, "paraply tusen gula").unwrap_err().code, Code::WrongPassphrase);
    for end in [0, 10, 150, bytes.len() / 2, bytes.len() - 1] {
        assert_eq!(colleague.receive(&bytes[..end], FILE_PASSPHRASE).unwrap_err().code, Code::PackageDamaged, "cut at {end}");
    }
    for place in [3, bytes.len() / 3, bytes.len() / 2, bytes.len() - 5] {
        let mut flipped = bytes.clone();
        flipped[place] ^= 4;
        assert_eq!(colleague.receive(&flipped, FILE_PASSPHRASE).unwrap_err().code, Code::PackageDamaged, "byte {place}");
    }
    assert_eq!(colleague.act("case.receive", json!({ "bytes": "xyz", "passphrase": "" })).unwrap_err().code, Code::InvalidValue);
    colleague.is_empty_and_whole();
    let mut stranger = Colleague::of("Regionstyrelsen");
    assert_eq!(stranger.receive(&bytes, FILE_PASSPHRASE).unwrap_err().code, Code::OtherController);
    stranger.is_empty_and_whole();
    colleague.receive(&bytes, FILE_PASSPHRASE).unwrap();
    let again = colleague.receive(&bytes, FILE_PASSPHRASE).unwrap_err();
    assert_eq!((again.code, &again.details["newer"]), (Code::CaseIsHere, &json!("here")));
}

#[test]
fn words_that_look_like_code_go_along_as_words() {
    let mut case = Carried::through("version_2");
    let id = case.script.case();
    let words = "'); DROP TABLE person; -- <script>alert(1)</script> ${x} =1+1 \u{202E}åäö\u{0} 🙂";
    let now = case.see("/case/need");
    let fields: Vec<_> = now.as_object().unwrap().iter().filter(|(_, value)| value.is_string()).map(|(name, _)| name.clone()).collect();
    let mut written = json!({});
    for name in ["description", "own_words", "waiting_for"] {
        assert!(fields.iter().any(|field| field == name), "{name} in {fields:?}");
        written[name] = json!(words);
    }
    let set = json!({ "case": id, "kind": "need", "id": id, "fields": written, "seen": now, "command_id": Uuid::now_v7() });
    case.script.app.call("draft.set", set).unwrap();
    let bytes = package(&mut case);
    let mut colleague = Colleague::of(&controller(&mut case));
    colleague.receive(&bytes, FILE_PASSPHRASE).unwrap();
    let (here, there) = (show(&mut case.script.app, &id), show(&mut colleague.app, &id));
    assert_eq!(there["case"]["need"], here["case"]["need"]);
    assert!(there["case"]["need"]["description"].as_str().unwrap().contains("DROP TABLE person; -- <script>"));
    assert_eq!(colleague.app.call("store.verify", json!({})).unwrap()["whole"], true);
}

#[test]
fn a_case_on_the_wrong_person_moves_and_asks_for_a_new_version() {
    let mut case = Carried::through("copies");
    let id = case.script.case();
    let wrong = case.see("/case/person/id");
    assert_eq!(case.refused_at("case.move", json!({ "to": wrong, "reason": "Fel" })), (Code::SamePerson, Some("to".to_owned())));
    let right = case
        .script
        .call("person.create", json!({ "identity": "R-1", "reserve": true, "first_name": "Kaisa", "last_name": "Lindgren" }))
        .unwrap()["id"]
        .clone();
    assert_eq!(case.refused_at("case.move", json!({ "to": right, "reason": " " })).0, Code::EmptyField);
    let given = case.each("/case/disclosures", "id");
    case.script.on_case("case.move", json!({ "to": right, "reason": "Fel person valdes i sökningen." })).unwrap();
    assert_eq!(case.see("/case/person/id"), right);
    let cases =
        |case: &mut Carried, person: &Value| case.read("person.show", json!({ "person": person }))["cases"].as_array().unwrap().len();
    assert_eq!((cases(&mut case, &wrong), cases(&mut case, &right)), (0, 1));
    let missing = case.each("/missing", "code");
    assert!(missing.contains(&json!("wrong_person")), "{missing:?}");
    assert!(case.tasks().contains(&"fix_plan".to_owned()));
    assert_eq!(case.see("/fixed_plan/person"), "Karin Lövgren-Åhs", "what is fixed stays");
    case.script.on_case("plan.fix", json!({ "change": "Rätt person." })).unwrap();
    assert!(!case.each("/missing", "code").contains(&json!("wrong_person")));
    assert_eq!(case.each("/case/disclosures", "id"), given, "the papers that carry the wrong name are still told");
    let history = case.read("case.history", json!({ "case": id })).to_string();
    assert!(history.contains("Fel person valdes i sökningen.") && history.contains("Kaisa Lindgren"));
}

#[test]
fn a_case_is_destroyed_on_a_decision_and_leaves_a_certificate_alone() {
    let mut case = Carried::through("version_2");
    let id = case.script.case();
    let number = case.see("/case/number");
    let order = |confirm: &Value| {
        json!({
            "authority": "Myndigheten", "number": "4.1-2027", "decided_on": "2027-03-01", "confirm": confirm, "person_too": true
        })
    };
    assert_eq!(case.refused_at("case.destroy", order(&json!("SIP-2027-9999"))), (Code::NumberDiffers, Some("confirm".to_owned())));
    let mut request = order(&number);
    request["case"] = id.clone();
    let erased = case.script.call("case.destroy", request).unwrap();
    assert_eq!(erased["person_too"], true);
    assert!(erased["rows"].as_u64().unwrap() > 50);
    assert_eq!(case.script.app.call("case.show", json!({ "case": id })).unwrap_err().code, Code::NotFound);
    assert_eq!(case.read("person.search", json!({ "text": "Karin" })), json!([]));
    assert_eq!(case.read("store.verify", json!({}))["whole"], true);
    let mut again = order(&number);
    again["case"] = id;
    assert_eq!(case.script.call("case.destroy", again).unwrap_err().code, Code::NotFound);
}

/// Papers bear the number of a case that was destroyed, so that nobody else's case gets it.
#[test]
fn the_number_of_a_destroyed_case_is_never_used_again() {
    let mut case = Carried::through("need");
    let (id, person, number) = (case.script.case(), case.see("/case/person"), case.see("/case/number"));
    let mut used = vec![number.clone()];
    let destroyed = json!({ "case": id, "authority": "Myndigheten", "number": "4.1-2027", "decided_on": "2027-03-01", "confirm": number });
    case.script.call("case.destroy", destroyed).unwrap();
    for _ in 0..3 {
        case.script.open_case(&person).unwrap();
        let (id, number) = (case.script.case(), case.see("/case/number"));
        assert!(!used.contains(&number), "{number} is used again");
        let destroyed =
            json!({ "case": id, "authority": "Myndigheten", "number": "4.2-2027", "decided_on": "2027-03-01", "confirm": number });
        case.script.call("case.destroy", destroyed).unwrap();
        used.push(number);
    }
}
