//! Whatever can leave the program, searched for what would tell where Sara is.

use fs_err as fs;
use samsyn_app::AppError;
use serde_json::{Value, json};

use crate::journeys::carried::{Carried, words_of};

/// What would tell where Sara is, or that somebody is protected; in small letters.
const TELLING: [&str; 6] = ["rimfrost", "982 32", "070-174 06 41", "174 06 41", "skydd", "orosanm"];

/// Those of Sara's own data that her own paper may show.
const HER_OWN: [&str; 4] = ["rimfrost", "982 32", "070-174 06 41", "174 06 41"];

/// What Mikael may not know: the test, by its result, its kind or its question, and who drives when.
const KEPT_FROM_MIKAEL: [&str; 4] = ["drogtest", "provsvar", "nästa prov", "skjutsar"];

/// How to reach Mikael is not for Sara either.
const KEPT_FROM_SARA: [&str; 1] = ["174 06 42"];

pub(super) fn no_paper_tells_where_she_is_or_that_she_is_protected(case: &mut Carried) {
    let documents = case.read("document.list", json!({ "case": case.script.case() }));
    let (sara, mikael) = (case.script.id("sara"), case.script.id("mikael"));
    let parties = case.each("/case/parties", "id");
    let recipients: Vec<Value> = [json!({ "to": "person" }), json!({ "to": "own_file" })]
        .into_iter()
        .chain(parties.into_iter().map(|party| json!({ "to": "party", "party": party })))
        .collect();
    let (mut searched, mut found) = (0, Vec::new());
    for document in documents.as_array().unwrap() {
        for recipient in &recipients {
            let asked = json!({ "document": document, "recipient": recipient });
            // Most papers are made for one recipient, and refused to the others.
            let Ok(paper) = bytes(case, "document.save", asked, searched) else { continue };
            searched += 1;
            let words = words_in(case, &paper);
            assert!(words.contains("sip-2027-0001"), "{document}: its words were not found");
            let her_own = |word: &&str| recipient["party"] == sara && HER_OWN.contains(word);
            let kept: &[&str] = match &recipient["party"] {
                party if *party == mikael => &KEPT_FROM_MIKAEL,
                party if *party == sara => &KEPT_FROM_SARA,
                _ => &[],
            };
            let told = TELLING.iter().filter(|word| !her_own(word)).chain(kept).filter(|word| words.contains(**word));
            found.extend(told.map(|word| format!("{word}: {document} to {recipient}")));
        }
    }
    assert!(searched > 50, "{searched} papers");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Asks for a file. Each that is given has an identifier of its own, so that no earlier one comes back.
pub(super) fn bytes(case: &mut Carried, command: &str, mut asked: Value, given: usize) -> Result<Vec<u8>, AppError> {
    asked["case"] = case.script.case();
    asked["command_id"] = json!(format!("00000000-0000-7000-8000-{given:012x}"));
    case.script.app.call_for_bytes(command, asked)
}

/// What a PDF says in its words, in its metadata and in its bytes, in small letters.
fn words_in(case: &Carried, paper: &[u8]) -> String {
    let place = case.folder().join("searched.pdf");
    fs::write(&place, paper).unwrap();
    format!("{} {}", words_of(&place), String::from_utf8_lossy(paper)).to_lowercase()
}

pub(super) fn no_calendar_file_does_either(case: &mut Carried) {
    let mut searched = 0;
    for meeting in case.each("/case/meetings", "id") {
        for party in case.each("/case/parties", "id").into_iter().chain([Value::Null]) {
            let asked = json!({ "meeting": meeting, "party": party });
            let Ok(file) = bytes(case, "call.calendar", asked, 1000 + searched) else { continue };
            searched += 1;
            // A long line is folded in two: the fold is no gap between letters.
            let file = String::from_utf8(file).unwrap().replace("\r\n ", "").to_lowercase();
            let leaked: Vec<_> = TELLING.iter().chain(&["elias", "tuolja", "mäkitalo"]).filter(|word| file.contains(**word)).collect();
            assert!(leaked.is_empty(), "{leaked:?} in {file}");
        }
    }
    assert_eq!(searched, 7, "of everybody who was called, and of Elias");
}

/// The screen shows nothing that nobody has opened: not in the case, nor in lists, the search, the worklist or the figures.
pub(super) fn no_view_does_either(case: &mut Carried) {
    let shown = json!({ "case": case.script.case() });
    let person = case.see("/case/person/id");
    let views = [
        case.read("case.show", shown.clone()),
        case.read("case.history", shown),
        case.read("case.list", json!({ "closed": true })),
        case.read("person.search", json!({ "text": "Elias" })),
        case.read("person.show", json!({ "person": person })),
        case.read("worklist.show", json!({})),
        case.read("statistics.show", json!({ "from": "2027-01-01", "to": "2027-12-31" })),
    ];
    for view in views {
        let view = view.to_string().to_lowercase();
        let leaked: Vec<_> = HER_OWN.iter().filter(|word| view.contains(**word)).collect();
        assert!(leaked.is_empty(), "{leaked:?} in {view}");
    }
}

/// Olle weighed an orosanmälan in his own akt. Nothing of it is here, and no field is for it.
pub(super) fn no_record_knows_of_an_orosanmalan(case: &mut Carried) {
    let shown = json!({ "case": case.script.case() });
    for view in [case.read("case.show", shown.clone()), case.read("case.history", shown)] {
        assert!(!view.to_string().to_lowercase().contains("orosanm"));
    }
}
