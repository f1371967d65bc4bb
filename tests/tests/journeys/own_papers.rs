//! The person's own papers and one's own: the page in easy reading, the whole file, the worklist, and the text for the journal.

use samsyn_app::Code;
use serde_json::{Value, json};

use super::carried::{Carried, holds, words_of};

fn hand_over(case: &mut Carried, document: &Value, recipient: &Value) -> Result<(), Code> {
    let request = json!({ "document": document, "recipient": recipient, "delivery": "hand" });
    case.script.on_case("document.hand_over", request).map(|_| ()).map_err(|error| error.code)
}

#[test]
fn the_own_page_is_easy_to_read_for_whoever_wants_that() {
    let mut case = Carried::through("signatures");
    let version = case.script.id("version_1");
    let easy = json!({ "document": "own_page", "version": version, "wording": "easy" });
    case.script.paper("lattlast", easy.clone()).unwrap();
    holds(&case.paper("lattlast"), &["Min plan, lättläst", "Hej Karin!", "Det här ska andra göra", "Per Nyström"], &["19830417"]);
    hand_over(&mut case, &easy, &json!({ "to": "person" })).unwrap();
    let logged = case.see("/case/disclosures").as_array().unwrap().last().cloned().unwrap();
    assert_eq!((&logged["kind"], &logged["version"], &logged["party"]), (&json!("own_page"), &version, &Value::Null));
}

#[test]
fn the_whole_file_goes_to_the_person_and_to_nobody_else() {
    let mut case = Carried::through("signatures");
    let file = json!({ "document": "whole_file" });
    case.script.paper("hela-akten", file.clone()).unwrap();
    holds(&case.paper("hela-akten"), &["Hela akten", "Något är utelämnat", "Utlämnandelogg", "Behovet", "Återfallsprevention"], &[]);
    hand_over(&mut case, &file, &json!({ "to": "person" })).unwrap();
    let logged = case.each("/case/disclosures", "kind");
    assert_eq!(logged.last(), Some(&json!("whole_file")));
    for party in ["addiction_unit", "anna"] {
        let to = json!({ "to": "party", "party": case.script.id(party) });
        assert_eq!(hand_over(&mut case, &file, &to), Err(Code::GroundTooNarrow), "{party}");
    }
    assert_eq!(case.each("/case/disclosures", "kind"), logged);
}

#[test]
fn the_worklist_on_paper_names_nobody_unless_asked_to() {
    let mut case = Carried::through("version_1");
    let number = case.see("/case/number");
    for (names, name) in [(false, "lista"), (true, "lista-med-namn")] {
        let bytes = case.script.app.call_for_bytes("worklist.print", json!({ "names": names })).unwrap();
        let path = case.folder().join(format!("{name}.pdf"));
        fs_err::write(&path, bytes).unwrap();
        let words = words_of(&path);
        holds(&words, &["Arbetslista", number.as_str().unwrap()], &[]);
        assert_eq!(words.contains("Karin"), names, "{words}");
    }
}

#[test]
fn the_text_for_the_journal_is_read_and_is_no_disclosure() {
    let mut case = Carried::through("signatures");
    let (before, version) = (case.each("/case/disclosures", "id"), case.script.id("version_1"));
    let request = json!({ "case": case.script.case(), "version": version });
    let text = case.read("journal.text", request);
    holds(text.as_str().unwrap(), &["Övergripande ansvar: Kommunen", "Återfallsprevention", "Version 1"], &["19830417", "[paper-"]);
    assert_eq!(case.each("/case/disclosures", "id"), before);
}
