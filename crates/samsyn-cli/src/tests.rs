use serde_json::json;

use super::{Failure, request};

#[test]
fn an_empty_request_is_the_empty_object() {
    assert_eq!(request(" \n".as_bytes()).ok(), Some(json!({})));
}

#[test]
fn a_request_that_is_no_json_is_answered_by_its_place_and_never_by_its_text() {
    let Err(failure) = request("{\"name\": Karin}".as_bytes()) else { panic!("taken as JSON") };
    assert_eq!(failure.exit_status(), 3);
    assert!(matches!(failure, Failure::Request(_)));
    assert!(!failure.words().contains("Karin"), "{}", failure.words());
}
