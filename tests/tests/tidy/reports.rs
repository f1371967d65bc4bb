//! A report of concern for a child (orosanmälan) is kept nowhere: no table, no type of the wire and no field has a place for it.
//! The screen reminds of the duty, and that is all.

use super::files;

#[test]
fn nothing_keeps_a_report_of_concern() {
    let place = regex::Regex::new(r"(?i)orosanm|report_of_concern|concern_report|reporter\b").unwrap();
    let tables = files("crates/samsyn-store/migrations", &[".sql"]);
    let wire = files("ui/src/bindings", &[".ts"]);
    let records = files("crates/samsyn-plan/src/acts", &[".rs"]).into_iter().chain(files("crates/samsyn-plan/src/drafts", &[".rs"]));
    let looked: Vec<_> = tables.into_iter().chain(wire).chain(records).collect();
    assert!(looked.len() > 5, "the places were not found");
    for (name, source) in looked {
        assert!(!place.is_match(&source), "{name} keeps a report");
    }
    let fields =
        regex::Regex::new(r"(?m)^(?:field|history-field|draft-kind|command|disclosure-kind|document)-[a-z-]*(?:orosanm|report-of|concern)")
            .unwrap();
    for (name, source) in files("assets/texts/sv", &[".ftl"]) {
        assert!(!fields.is_match(&source), "{name} has words for a report's place");
    }
}
