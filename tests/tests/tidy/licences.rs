//! Every dependency has a licence that `deny.toml` allows: the same list, held without a network.

use serde_json::Value;
use spdx::{Expression, ParseMode};

use super::{metadata, none};

/// The list in `deny.toml`.
fn allowed() -> Vec<String> {
    let rules = fs_err::read_to_string(samsyn_tests::project().join("deny.toml")).unwrap();
    let list = rules.split("allow = [").nth(1).unwrap().split(']').next().unwrap();
    let names: Vec<String> = list.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    assert!(names.iter().any(|name| name == "MIT"), "{names:?}");
    names
}

/// Whether a licence expression can be met by the allowed licences alone. One that cannot be read is not allowed.
fn may_use(expression: &str, allowed: &[String]) -> bool {
    // Older packages write a slash for OR.
    Expression::parse_mode(expression, ParseMode::LAX)
        .is_ok_and(|expression| expression.evaluate(|wanted| allowed.iter().any(|name| *name == wanted.to_string())))
}

#[test]
fn expressions_are_understood() {
    let allowed = ["MIT".to_owned(), "ISC".to_owned(), "Apache-2.0 WITH LLVM-exception".to_owned()];
    for (expression, expected) in [
        ("MIT", true),
        ("GPL-3.0-only OR MIT", true),
        ("GPL-3.0-only/MIT", true),
        ("MIT AND ISC", true),
        ("MIT AND GPL-3.0-only", false),
        ("(MIT OR GPL-3.0-only) AND ISC", true),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("Apache-2.0", false),
        ("something of our own", false),
    ] {
        assert_eq!(may_use(expression, &allowed), expected, "{expression}");
    }
}

#[test]
fn every_crate_has_an_allowed_licence() {
    let allowed = allowed();
    let about = metadata();
    let used: Vec<&Value> = about["resolve"]["nodes"].as_array().unwrap().iter().map(|node| &node["id"]).collect();
    let packages = about["packages"].as_array().unwrap().iter().filter(|package| used.contains(&&package["id"]));
    let wrong = packages.filter(|package| !may_use(package["license"].as_str().unwrap_or_default(), &allowed));
    none(
        "crates whose licence is not allowed",
        wrong.map(|package| format!("{} {}: {}", package["name"], package["version"], package["license"])).collect(),
    );
}

#[test]
fn every_package_of_the_page_has_an_allowed_licence() {
    let allowed = allowed();
    let lock: Value = serde_json::from_slice(&fs_err::read(samsyn_tests::project().join("ui/package-lock.json")).unwrap()).unwrap();
    let shipped = lock["packages"]
        .as_object()
        .unwrap()
        .iter()
        .filter(|(place, about)| !place.is_empty() && about["dev"] != true && about["devOptional"] != true);
    let wrong = shipped.filter(|(_, about)| !may_use(about["license"].as_str().unwrap_or_default(), &allowed));
    none("packages whose licence is not allowed", wrong.map(|(place, about)| format!("{place}: {}", about["license"])).collect());
}
