//! D+14 to D+21: the deviation, version 1 with its signatures and copies, and version 2.

use samsyn_app::Code;
use serde_json::json;

use super::before::sha256;
use crate::journeys::carried::{Carried, holds};

pub(super) fn the_deviation_is_told(case: &mut Carried) {
    case.next("deviation");
    assert_eq!(case.see("/case/deviations/0/kind"), "called_absent");
    let paper = case.paper("avvikelse");
    holds(&paper, &["SIP-2027-0001, K.L.", "Kallad uteblev", "hälsocentralen Lugnvik", "Mål 1 saknar ansvarig."], &["Karin", "19830417"]);
}

pub(super) fn version_1_never_changes(case: &mut Carried) {
    case.next("version_1");
    let version = case.see("/case/versions/0");
    assert_eq!(version["number"], 1);
    assert_eq!(version["hash"], sha256(version["content"].as_str().unwrap().as_bytes()));
    assert_eq!(case.see("/changes"), json!([]));
    let again = case.refused_at("plan.fix", json!({}));
    assert_eq!(again.0, Code::NothingChanged);

    // Drafts go on; the version does not.
    case.script.set("goal_1", "goal", json!({ "text": "Jag jobbar." })).unwrap();
    assert_eq!(case.see("/changes/0/part"), "goals");
    assert_eq!(case.see("/case/versions/0"), version);
    assert_eq!(case.see("/fixed_plan/goals/0/text"), "Jag jobbar mina timmar och mår bra.");
    case.script.on_case("case.undo", json!({})).unwrap();
    assert_eq!(case.see("/changes"), json!([]));
}

pub(super) fn signatures_are_bound_to_the_version(case: &mut Carried) {
    case.next("signatures");
    let hash = case.see("/case/versions/0/hash");
    assert_eq!(case.each("/case/signatures", "name"), ["Karin Lövgren-Åhs", "Per Nyström", "Maria Sundin"]);
    assert!(case.each("/case/signatures", "hash").iter().all(|signed| *signed == hash));
    let scan = case.see("/case/attachments/0");
    assert_eq!((&scan["kind"], &scan["version"]), (&json!("signed_plan"), &case.script.id("version_1")));
    assert_eq!(scan["sha256"], sha256(&fs_err::read(case.paper_at("plan-version-1")).unwrap()));

    let plan = case.paper("plan-version-1");
    let contents = ["Återfallsprevention", "Regionen", "Kamratstöd", "Övergripande ansvar Kommunen", "ansvarig person ej klar"];
    holds(&plan, &contents, &["UTKAST", "Tidigare relation"]);
    holds(&plan, &[hash.as_str().unwrap(), "Tillnyktringsenheten", "Karin vill ha en och samma läkare"], &[]);
}

/// Every line of the plan, by a word that stands in it and nowhere else.
const LINES: [&str; 12] = [
    "Jag jobbar mina timmar",
    "Inte dricka på vardagar",
    "Ha någon att ringa",
    "Återfallsprevention",
    "Läkarbedömning",
    "Uppföljning av depression",
    "återgång i arbete",
    "Kamratstöd",
    "Ringer Anna före kl. 20",
    "Svarar; 112 om det blir akut",
    "Sonens behov av information",
    "en och samma läkare",
];

pub(super) fn each_gets_what_their_ground_opens(case: &mut Carried) {
    case.next("copies");
    let seen = |paper: &str| {
        let words = case.paper(paper);
        LINES.iter().copied().filter(|line| words.contains(line)).collect::<Vec<_>>()
    };
    let all_but = |hidden: &[&str]| LINES.iter().copied().filter(|line| !hidden.contains(line)).collect::<Vec<_>>();
    assert_eq!(seen("plan-version-1"), LINES, "Karin has the whole plan");
    // Nobody but Anna has been given leave to hear about the family.
    assert_eq!(seen("kopia-beroendeenheten"), all_but(&["Sonens behov av information"]));
    assert_eq!(seen("kopia-halsocentralen"), all_but(&["Jag jobbar mina timmar", "återgång i arbete", "Sonens behov av information"]));
    assert_eq!(seen("kopia-narstaende"), LINES, "with the medicines, since Karin said yes to that in the meeting");
    assert_eq!(seen("kopia-rsmh"), ["Kamratstöd"]);

    holds(&case.paper("kopia-halsocentralen"), &["Något är utelämnat"], &["arbetsgivaren", "orka jobba"]);
    let to_lena = case.paper("kopia-rsmh");
    holds(&to_lena, &["K.L.", "onsdagar", "Lena Falk"], &["Karin", "19830417", "Mål 1", "läkare", "Maria", "Tillnyktring", "25 januari"]);
    holds(&case.paper("egen-sida"), &["Min plan", "Inte klart vem", "Måndag 8 mars 2027 kl. 13.30"], &["19830417"]);

    // A paper that is made for all goes to nobody whose grounds do not open all of it.
    let (plan, anna) = (json!({ "document": "plan", "version": case.script.id("version_1") }), case.script.id("rsmh"));
    let whole = json!({ "document": plan, "recipient": { "to": "party", "party": anna }, "delivery": "hand" });
    assert_eq!(case.refused_at("document.hand_over", whole).0, Code::GroundTooNarrow);
    let (copy, insurance) = (json!({ "document": "copy", "version": case.script.id("version_1") }), case.script.id("insurance"));
    let mut copy = json!({ "document": copy, "recipient": { "to": "party", "party": insurance }, "delivery": "hand" });
    copy["document"]["party"] = insurance;
    assert_eq!(case.refused_at("document.hand_over", copy).0, Code::ConsentRefused);
}

pub(super) fn the_plan_is_filed(case: &mut Carried) {
    let later = ["question_due Maria Sundin, beroendeenheten", "follow_up_coming"];
    assert_eq!(case.tasks(), [&["file_plan 1"], &later[..]].concat(), "everybody has their copy, and one's own akt has not");
    case.next("filed");
    assert_eq!(case.tasks(), later);
    assert_eq!(case.each("/case/disclosures", "kind").len(), 16, "filing in one's own akt is no disclosure");
}

pub(super) fn version_2_says_what_it_changed(case: &mut Carried) {
    let first = case.see("/case/versions/0");
    case.next("version_2");
    assert_eq!(case.see("/case/versions/0"), first);
    assert_eq!(case.see("/case/versions/1/number"), 2);
    let differences = case.see("/differences");
    assert_eq!(differences.as_array().unwrap().len(), 1);
    assert_eq!(differences[0]["version"], case.script.id("version_2"));
    let lines = differences[0]["differences"].as_array().unwrap();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert_eq!(lines[0]["part"], "measures");
    assert!(!lines[0]["before"].as_str().unwrap().contains("Eva Ström") && lines[0]["after"].as_str().unwrap().contains("Eva Ström"));
    holds(
        &case.paper("skillnad-version-2"),
        &["Version 1", "Version 2", "Uppföljning av depression · hälsocentralen Lugnvik · Eva Ström"],
        &["Återfallsprevention"],
    );
    holds(&case.paper("plan-version-2"), &["Eva Ström"], &["ansvarig person ej klar"]);
    assert!(case.tasks().contains(&"file_plan 2".to_owned()), "a new version waits to be filed again");
    // The signatures stay with what was signed.
    assert!(case.each("/case/signatures", "version").iter().all(|version| *version == case.script.id("version_1")));
}
