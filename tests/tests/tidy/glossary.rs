//! One concept, one identifier: each public type of the domain has its row in the glossary.

use super::{files, is_test, none};

#[test]
fn every_public_type_of_the_domain_stands_in_the_glossary() {
    let glossary = fs_err::read_to_string(samsyn_tests::project().join("docs/glossary.md")).unwrap();
    let rows: Vec<&str> = glossary.lines().filter(|line| line.starts_with('|')).collect();
    let type_line = regex::Regex::new(r"(?m)^\s*pub (?:struct|enum|trait|type) (\w+)").unwrap();

    let mut missing = Vec::new();
    let mut seen = 0;
    for (name, source) in files("crates/samsyn-plan/src", &[".rs"]).iter().filter(|(name, _)| !is_test(name)) {
        for found in type_line.captures_iter(source) {
            seen += 1;
            let identifier = format!("`{}`", &found[1]);
            if !rows.iter().any(|row| row.contains(&identifier)) {
                missing.push(format!("{identifier} ({name})"));
            }
        }
    }
    assert!(seen > 20, "the domain's types were not found ({seen})");
    none("types without a row in docs/glossary.md", missing);
}
