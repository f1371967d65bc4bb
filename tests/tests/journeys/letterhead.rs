//! The unit's logo at the top of its papers.

use std::process::Command;

use samsyn_app::Code;
use samsyn_app::example::PASSPHRASE;
use samsyn_tests::project;
use serde_json::{Value, json};
use uuid::Uuid;

use super::carried::{Carried, holds, words_of};

/// The program's own icon stands in for a logo.
fn icon() -> Vec<u8> {
    fs_err::read(project().join("assets/icons/128x128.png")).unwrap()
}

fn choose(case: &mut Carried, file: &[u8]) -> Result<Value, (Code, Option<String>)> {
    let request = json!({ "bytes": hex::encode(file) });
    case.script.app.call("store.set_logo", request).map_err(|error| (error.code, error.field))
}

/// The plan's first version, as it is printed for one's own akt.
fn printed(case: &mut Carried) -> Vec<u8> {
    let document = json!({ "document": "plan", "version": case.script.id("version_1") });
    let request = json!({
        "case": case.script.case(), "document": document, "recipient": { "to": "own_file" }, "delivery": "hand", "command_id": Uuid::now_v7(),
    });
    case.script.app.call_for_bytes("document.print", request).unwrap()
}

/// What one of poppler's programs says of a file.
fn said(case: &Carried, program: &str, option: &str, pdf: &[u8]) -> String {
    let path = case.folder().join("printed.pdf");
    fs_err::write(&path, pdf).unwrap();
    let done = Command::new(program).arg(option).arg(&path).output();
    let done = done.unwrap_or_else(|error| panic!("{program} is missing ({error}): `cargo xtask test` installs it"));
    String::from_utf8(done.stdout).unwrap()
}

fn images(case: &Carried, pdf: &[u8]) -> Vec<String> {
    said(case, "pdfimages", "-list", pdf).lines().skip(2).map(str::to_owned).collect()
}

#[test]
fn the_logo_stands_on_each_paper_until_it_is_removed() {
    let mut case = Carried::through("version_1");
    let bare = printed(&mut case);
    assert_eq!(images(&case, &bare), Vec::<String>::new());
    assert_eq!(case.read("store.status", json!({}))["open"]["logo"], json!(false));

    assert_eq!(choose(&mut case, &icon()).unwrap()["open"]["logo"], json!(true));
    case.read("store.lock", json!({}));
    assert_eq!(case.script.app.call_for_bytes("store.logo", json!({})).unwrap_err().code, Code::Locked);
    case.read("store.unlock", json!({ "passphrase": PASSPHRASE }));

    let carrying = printed(&mut case);
    let found = images(&case, &carrying);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].split_whitespace().take(6).collect::<Vec<_>>(), ["1", "0", "image", "128", "128", "rgb"]);
    assert!(said(&case, "pdfinfo", "-struct-text", &carrying).starts_with("Document\n  Figure"));
    assert!(carrying.len() < bare.len() + 20_000);
    let list = case.script.app.call_for_bytes("worklist.print", json!({ "names": false })).unwrap();
    assert_eq!(images(&case, &list).len(), 1);

    assert_eq!(case.read("store.remove_logo", json!({}))["open"]["logo"], json!(false));
    assert_eq!(case.script.app.call_for_bytes("store.logo", json!({})).unwrap_err().code, Code::NotFound);
    assert_eq!(printed(&mut case), bare);
}

#[test]
fn a_file_that_makes_no_logo_is_refused_at_its_field_and_the_old_one_stays() {
    let mut case = Carried::through("first_start");
    choose(&mut case, &icon()).unwrap();
    let kept = |case: &mut Carried| case.script.app.call_for_bytes("store.logo", json!({})).unwrap();
    let before = kept(&mut case);
    assert!(before.starts_with(b"\x89PNG"));

    let jpeg = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01".to_vec();
    let cut = icon()[..2_000].to_vec();
    let large = vec![0; 10 * 1024 * 1024];
    for (file, code) in [
        (Vec::new(), Code::EmptyField),
        (jpeg, Code::LogoNotPng),
        (b"en logotyp".to_vec(), Code::LogoNotPng),
        (cut, Code::LogoNotPng),
        (large, Code::LogoTooLarge),
    ] {
        assert_eq!(choose(&mut case, &file), Err((code, Some("bytes".to_owned()))));
        assert_eq!(kept(&mut case), before);
    }
}

#[test]
fn the_sender_is_told_at_the_top_of_a_paper() {
    let mut case = Carried::through("version_1");
    let pdf = printed(&mut case);
    let path = case.folder().join("printed.pdf");
    fs_err::write(&path, pdf).unwrap();
    let words = words_of(&path);
    holds(&words, &["Telefon 0980-319 200"], &[]);
    assert!(words.find("Telefon 0980-319 200") < words.find("Samordnad individuell plan"), "{words}");
}
