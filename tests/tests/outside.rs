//! The store from outside: an SQLCipher that is not ours opens it with its key, and nothing opens it without.

use std::path::Path;
use std::process::Command;

/// Reads the case's number, by an SQLCipher from another maker. Without a key it is read as an ordinary database.
fn read(database: &Path, key: Option<&str>) -> Result<String, String> {
    const SCRIPT: &str = "\
import sqlcipher3, sys
store = sqlcipher3.connect(sys.argv[1])
if len(sys.argv) > 2:
    store.execute('PRAGMA key = \"x\\'' + sys.argv[2] + '\\'\"')
print(store.execute('SELECT number FROM sip_case').fetchone()[0])";
    let python = samsyn_tests::project().join("target/python/bin/python");
    let done = Command::new(&python)
        .args(["-c", SCRIPT])
        .arg(database)
        .args(key)
        .output()
        .unwrap_or_else(|error| panic!("target/python is missing ({error}): `cargo xtask test` makes it"));
    if done.status.success() {
        Ok(String::from_utf8_lossy(&done.stdout).trim().to_owned())
    } else {
        Err(String::from_utf8_lossy(&done.stderr).into_owned())
    }
}

#[test]
fn another_sqlcipher_opens_the_example_by_its_key_and_by_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let written = samsyn_app::example::write(folder.path(), |_, _| {}).unwrap();
    let database = folder.path().join("practice-store/samsyn.db");
    assert_eq!(read(&database, Some(written.key.as_str())), Ok("SIP-2027-0001".to_owned()));
    for wrong in [None, Some("00".repeat(32))] {
        let refusal = read(&database, wrong.as_deref()).expect_err("the store must stay shut");
        assert!(refusal.contains("file is not a database"), "{refusal}");
    }
}

/// What stands in the example's files must not be read off the disk.
#[test]
fn no_word_of_the_case_stands_in_the_clear_on_disk() {
    let folder = tempfile::tempdir().unwrap();
    samsyn_app::example::write(folder.path(), |_, _| {}).unwrap();
    let markers = ["Karin", "198304172383", "Lövgren", "dricka", "sip_case", "SQLite format"];
    let mut read = 0;
    for entry in fs_err::read_dir(folder.path().join("practice-store")).unwrap() {
        let bytes = fs_err::read(entry.unwrap().path()).unwrap();
        read += bytes.len();
        for marker in markers {
            let wide: Vec<u8> = marker.encode_utf16().flat_map(u16::to_le_bytes).collect();
            for needle in [marker.as_bytes(), &wide] {
                assert!(!bytes.windows(needle.len()).any(|window| window == needle), "{marker} stands in the clear");
            }
        }
    }
    assert!(read > 100_000, "the store was looked at");
}
