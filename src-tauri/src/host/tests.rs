use std::fs;

use super::{write_document, write_whole};

#[test]
fn a_document_is_written_whole_over_an_older_one_and_for_its_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("plan.pdf");
    fs::write(&place, "older and longer").unwrap();

    write_whole(&place, b"newer").unwrap();

    assert_eq!(fs::read(&place).unwrap(), b"newer");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&place).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_place_that_cannot_be_written_is_an_error_that_does_not_name_it() {
    let folder = tempfile::tempdir().unwrap();
    let error = write_document(&folder.path().join("Lindgren/plan.pdf"), b"bytes").unwrap_err();
    let told = serde_json::to_string(&error).unwrap();
    assert!(!told.contains("Lindgren"), "{told}");
}
