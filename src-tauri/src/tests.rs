use std::ffi::OsString;
use std::path::PathBuf;

use super::store_folder;

fn folder(arguments: &[&str]) -> Option<PathBuf> {
    store_folder(arguments.iter().map(OsString::from))
}

#[test]
fn a_named_folder_is_taken() {
    assert_eq!(folder(&["--store", "a b"]), Some(PathBuf::from("a b")));
}

#[test]
fn without_arguments_the_users_own_folder_is_taken() {
    assert_eq!(folder(&[]), Some(samsyn_app::default_folder()));
}

#[test]
fn arguments_that_mean_nothing_are_refused() {
    assert_eq!(folder(&["--store"]), None);
    assert_eq!(folder(&["elsewhere"]), None);
    assert_eq!(folder(&["--store", "a", "b"]), None);
}
