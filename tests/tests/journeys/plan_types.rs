//! The kinds of plan, the act of the day, and whose store may do what.

use samsyn_app::Code;
use samsyn_app::example::{PASSPHRASE, Script, day};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::carried::{holds, words_of};

/// A store of a unit, with a case of a kind that has all that a plan needs but a meeting's words.
struct Office {
    script: Script,
    folder: TempDir,
}

impl Office {
    fn open(after: i64, activity: &str, plan_type: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut script = Script::begin(folder.path()).unwrap();
        script.at(after, "08.00").unwrap();
        let store = json!({
            "profile": "norrbotten",
            "controller": "Nämnden",
            "principal": "municipality",
            "organisation": "Gällivare kommun",
            "unit": "enheten",
            "activity": activity,
            "user": "Olle Pettersson",
            "title": "handläggare",
            "passphrase": PASSPHRASE,
            "practice": true,
        });
        script.call("store.create", store).unwrap();
        let person = json!({ "identity": "19830417-2383", "first_name": "Karin", "last_name": "Lövgren-Åhs", "municipality": "Gällivare" });
        let person = script.call("person.create", person).unwrap();
        script.open_plan(&person, plan_type).unwrap();
        Self { script, folder }
    }

    fn lawful(&mut self, after: i64) {
        let script = &mut self.script;
        let yes = json!({ "answer": "yes", "on": day(after), "manner": "oral", "taken_by": "Olle Pettersson" });
        script.on_case("yes.record", yes).unwrap();
        script.add("goal", "goal", json!({ "text": "Ett eget hem.", "kinds": ["housing"] })).unwrap();
        let measure = json!({ "goal": script.id("goal"), "text": "Stödboende", "principal": "municipality", "unit": "enheten", "kinds": ["housing"] });
        script.add("measure", "measure", measure).unwrap();
        script.set_single("plan_frame", json!({ "overall": "municipality", "no_other_measures": true })).unwrap();
        script.add("meeting", "meeting", json!({ "kind": "first", "held_on": day(after) })).unwrap();
        script.add("next", "meeting", json!({ "kind": "follow_up", "held_on": day(after + 60) })).unwrap();
        let meeting = script.id("meeting");
        script.on_case("read_back.record", json!({ "meeting": meeting, "answer": "yes" })).unwrap();
    }

    /// The words of the newest version's paper.
    fn fixed(&mut self, name: &'static str, change: &str) -> String {
        self.script.on_case("plan.fix", json!({ "change": change })).unwrap();
        self.script.name_newest(name, "versions");
        self.paper(name)
    }

    fn paper(&mut self, name: &str) -> String {
        let version = self.script.id(name);
        let request = json!({ "case": self.script.case(), "document": { "document": "plan", "version": version } });
        let bytes = self.script.app.call_for_bytes("document.preview", request).unwrap();
        let path = self.folder.path().join("plan.pdf");
        fs_err::write(&path, bytes).unwrap();
        words_of(&path)
    }
}

const OLD: &str = "2 kap. 7 § socialtjänstlagen (2001:453)";
const NEW: &str = "10 kap. 8–9 §§ socialtjänstlagen (2025:400)";

#[test]
fn a_plan_of_2024_cites_the_act_of_2024_and_one_of_2027_todays() {
    let then = -1000;
    assert!(day(then).starts_with("2024-"));
    let mut office = Office::open(then, "social_services", "sip");
    office.lawful(then);
    holds(&office.fixed("version_1", ""), &[OLD], &[NEW]);

    office.script.at(0, "09.00").unwrap();
    office.script.set("goal", "goal", json!({ "text": "Ett eget hem i Gällivare." })).unwrap();
    holds(&office.fixed("version_2", "Nytt mål."), &[NEW], &[OLD]);
    holds(&office.paper("version_1"), &[OLD], &[NEW]);
}

#[test]
fn an_lss_plan_has_its_own_name_and_law_and_is_reviewed_every_year() {
    let mut office = Office::open(0, "disability", "lss");
    office.lawful(0);
    let plan = office.fixed("version_1", "");
    holds(&plan, &["Individuell plan enligt LSS", "10 § lagen (1993:387)"], &["Samordnad individuell plan", NEW]);
    office.script.at(360, "09.00").unwrap();
    let lines = office.script.call("worklist.show", json!({})).unwrap();
    let review = |lines: &Value| lines["lines"][0]["tasks"].as_array().unwrap().iter().find(|task| task["code"] == "lss_review").cloned();
    assert_eq!(review(&lines).unwrap()["due"], "2028-01-11");
}

#[test]
fn other_plans_stand_in_the_plan_and_go_by_kind() {
    let mut office = Office::open(0, "social_services", "sip");
    office.lawful(0);
    let plan = json!({ "kind": "implementation", "text": "Boendestöd", "responsible": "Enheten för stöd", "review_on": day(90), "kinds": ["housing"] });
    office.script.add("other", "other_plan", plan).unwrap();
    holds(&office.fixed("version_1", ""), &["Andra planer", "Genomförandeplan", "Boendestöd", "Enheten för stöd"], &[]);

    office.script.add("unit", "party", json!({ "kind": "region", "organisation": "Region Norrbotten", "unit": "primärvård" })).unwrap();
    let (party, version) = (office.script.id("unit"), office.script.id("version_1"));
    let consent = |kinds: Value| {
        json!({ "party": party, "basis": "consent", "answer": "yes", "direction": "both", "scope": "kinds", "kinds": kinds, "valid_from": day(0),
            "until_further_notice": true, "manner": "oral", "on": day(0), "taken_by": "Olle Pettersson" })
    };
    let copy = json!({ "document": "copy", "version": version, "party": party });
    office.script.on_case("ground.record", consent(json!(["work"]))).unwrap();
    let path = office.folder.path().join("00-kopia.pdf");
    office.script.paper("kopia", copy.clone()).unwrap();
    holds(&words_of(&path), &["utelämnat"], &["Boendestöd"]);
    office.script.on_case("ground.record", consent(json!(["housing"]))).unwrap();
    office.script.paper("kopia", copy).unwrap();
    holds(&words_of(&office.folder.path().join("01-kopia.pdf")), &["Boendestöd"], &[]);
}

#[test]
fn a_school_starts_a_case_and_calls_only_where_the_agreement_says_so() {
    let mut office = Office::open(0, "school", "sip");
    let meeting = json!({ "kind": "first", "held_on": day(9), "starts": "09.00", "place": "skolan", "purpose": "Skolgången." });
    office.script.add("meeting", "meeting", meeting).unwrap();
    let meeting = office.script.id("meeting");
    office.script.add("question", "question", json!({ "meeting": meeting, "text": "Vem gör vad?" })).unwrap();
    let call = json!({ "meeting": meeting, "party": null, "delivery": "hand" });
    assert_eq!(office.script.on_case("call.send", call.clone()).unwrap_err().code, Code::SchoolMayNotCall);

    let agreements = json!({ "school_may_call": true, "school_is_called": true, "discharge_call_days": "", "liability_days": "", "source": "Länets överenskommelse" });
    let settings = json!({ "unit": "enheten", "phone": "", "address": "", "county": "Norrbottens län", "region": "Region Norrbotten", "need_to_call": "",
        "need_to_meeting": "", "ground_ends_soon": "30", "idle_minutes": "10", "meeting_minutes": "180", "agreements": agreements });
    let status = office.script.call("store.change_settings", settings).unwrap();
    assert_eq!(status["open"]["profile"]["agreements"]["source"], "Länets överenskommelse");
    assert_eq!(status["open"]["organisation"]["activity"], "school", "what was not said stays");
    office.script.on_case("call.send", call).unwrap();
}

#[test]
fn notices_belong_to_a_discharge_alone() {
    let mut office = Office::open(0, "primary_care", "sip");
    office.script.add("unit", "party", json!({ "kind": "municipality", "unit": "hemsjukvården" })).unwrap();
    let notice = json!({ "kind": "ready", "on": day(0), "clock": "10.40", "sender": "Avdelningen", "parties": [office.script.id("unit")], "delivery": "post" });
    assert_eq!(office.script.on_case("notice.record", notice).unwrap_err().code, Code::NotADischarge);
}

/// A notice that is entered on a later day opened the gate on its own day, and opens it no more.
#[test]
fn a_notice_opens_the_gate_on_its_day_alone() {
    let mut office = Office::open(0, "primary_care", "sip_discharge");
    office.script.add("unit", "party", json!({ "kind": "municipality", "unit": "hemsjukvården" })).unwrap();
    let party = office.script.id("unit");
    let notice =
        json!({ "kind": "ready", "on": day(-1), "clock": "13", "sender": "Avdelningen", "parties": [party, party], "delivery": "post" });
    office.script.on_case("notice.record", notice).unwrap();
    office.script.name_newest("notice", "notices");
    let view = office.script.view();
    assert_eq!(view["case"]["disclosures"].as_array().unwrap().len(), 1, "the same party twice is told once");
    assert_eq!(view["case"]["notices"][0]["clock"], "13:00");
    assert_eq!(view["discharge"]["liability_from"], day(3), "sent after 12.00");
    assert_eq!(view["gates"][0]["read"], "ground_not_in_force");
    let document = json!({ "document": "notice", "notice": office.script.id("notice") });
    let request = json!({ "document": document, "recipient": { "to": "party", "party": party }, "delivery": "post" });
    assert_eq!(office.script.on_case("document.hand_over", request).unwrap_err().code, Code::GroundNotInForce);
}
