//! What a session could leave lying about: words that are planted in every kind of field, and the search for them.

use std::path::{Path, PathBuf};

use regex::bytes::Regex;
use samsyn_app::example::{CASE_1, Script};
use samsyn_plan::codes::Coded;
use samsyn_plan::drafts::DraftKind;
use serde_json::{Value, json};

/// How many words are planted, each one found nowhere else. The threat model asks for 50.
pub const PLANTED: usize = 50;

/// Words of the example's case that nothing else is called: its person, her number, and what she says.
pub const OF_THE_EXAMPLE: &[&str] = &["Lövgren", "198304172383", "19830417-2383", "trumpet"];

/// One of the planted words. Half of them have letters that are more than one byte.
pub fn marker(number: usize) -> String {
    let letters: String = format!("{number:02}").bytes().map(|digit| char::from(digit - b'0' + b'k')).collect();
    format!("{}{letters}vulprezki{letters}", if number.is_multiple_of(2) { "Qu" } else { "\u{c5}\u{f6}" })
}

/// Carries the example's case to its end in a place, plants the words in another case, and uses what there is to use.
/// The store is open when it comes back.
///
/// # Panics
/// When a command that must be there is refused.
pub fn leave(place: &Path) -> Script {
    let mut script = Script::begin(place).unwrap();
    for (_, phase) in CASE_1 {
        phase(&mut script).unwrap();
    }
    plant(&mut script);
    use_it(&mut script, place);
    script
}

/// One word in each text field of each kind of draft, and in acts, a person and a file, until none is left.
fn plant(script: &mut Script) {
    let mut markers = (0..PLANTED).map(marker);
    let mut word = || json!(markers.next().unwrap_or_else(|| marker(0)));
    let entering = json!({
        "identity": "2027-A0001", "reserve": true, "first_name": word(), "last_name": word(), "address": word(), "phone": word(),
        "email": word(), "municipality": word(), "language": word(), "needs": word()
    });
    let person = script.call("person.create", entering).unwrap();
    script.open_case(&person).unwrap();
    let today = samsyn_app::example::day(0);
    script
        .on_case("offer.record", json!({ "kind": "offered", "outcome": "declined", "on": today, "who": word(), "reason": word() }))
        .unwrap();
    let yes = json!({ "answer": "yes", "on": today, "manner": "oral", "taken_by": word(), "words": word(), "interpreter": word() });
    script.on_case("yes.record", yes).unwrap();
    let bytes = hex::encode(word().as_str().unwrap().repeat(500));
    let file = json!({ "kind": "other", "label": word(), "media_type": "application/pdf", "bytes": bytes });
    script.on_case("attachment.add", file).unwrap();
    let mut fields: Vec<(DraftKind, Vec<&str>)> = DraftKind::ALL.iter().map(|kind| (*kind, kind.fields().to_vec())).collect();
    // One field of each kind at a time, so that every kind has its word.
    while fields.iter().any(|(_, left)| !left.is_empty()) {
        for (kind, left) in &mut fields {
            if let Some(field) = left.pop() {
                write(script, *kind, field, &word());
            }
        }
    }
}

/// Writes a word in a field; one that holds no text refuses it.
fn write(script: &mut Script, kind: DraftKind, field: &str, word: &Value) {
    let fields = json!({ field: word });
    let _ = if kind.is_single() {
        script.set_single(kind.code(), fields)
    } else {
        script.on_case("draft.add", json!({ "kind": kind.code(), "fields": fields })).map(drop)
    };
}

/// Papers, files for others, lists, search, backup, locking, a wrong passphrase and a right one.
fn use_it(script: &mut Script, place: &Path) {
    let case = script.case();
    let documents = script.app.call("document.list", json!({ "case": case })).unwrap();
    for document in documents.as_array().unwrap() {
        script.app.call_for_bytes("document.preview", json!({ "case": case, "document": document })).unwrap();
        let saving = json!({ "case": case, "document": document, "recipient": { "to": "person" }, "command_id": uuid::Uuid::now_v7() });
        let _ = script.app.call_for_bytes("document.save", saving);
    }
    for (command, request) in [
        ("case.history", json!({ "case": case })),
        ("person.search", json!({ "text": marker(0) })),
        ("worklist.show", json!({})),
        ("access.list", json!({ "case": case })),
        ("case.undo", json!({ "case": case, "command_id": uuid::Uuid::now_v7() })),
        ("store.backup", json!({ "folder": place.join("backup") })),
        ("store.verify", json!({})),
        ("store.lock", json!({})),
    ] {
        script.app.call(command, request).unwrap_or_else(|refusal| panic!("{command}: {refusal:?}"));
    }
    let _ = script.app.call("store.unlock", json!({ "passphrase": format!("{} fel", samsyn_app::example::PASSPHRASE) }));
    script.app.call("store.unlock", json!({ "passphrase": samsyn_app::example::PASSPHRASE })).unwrap();
    script.app.call("case.show", json!({ "case": case })).unwrap();
    let _ = script.app.call_for_bytes("worklist.print", json!({ "names": true }));
    let package =
        json!({ "case": case, "passphrase": "moped sextant kattuggla havregryn", "to": "Per", "command_id": uuid::Uuid::now_v7() });
    let _ = script.app.call_for_bytes("case.package", package);
}

/// Searches every file below some folders for words, in each way that they could have been written, and tells where they
/// stand. A file that `left_out` names is not searched.
///
/// # Panics
/// When a folder cannot be read.
pub fn search(folders: &[&Path], words: &[String], left_out: impl Fn(&Path) -> bool) -> (usize, Vec<String>) {
    let needles: Vec<(String, Regex)> = words.iter().map(|word| (word.clone(), any_of(&written(word)))).collect();
    let all = any_of(&words.iter().flat_map(|word| written(word)).collect::<Vec<_>>());
    let (mut waiting, mut searched, mut found): (Vec<PathBuf>, _, _) =
        (folders.iter().map(|folder| folder.to_path_buf()).collect(), 0, Vec::new());
    while let Some(path) = waiting.pop() {
        let kind = fs_err::symlink_metadata(&path).unwrap().file_type();
        if kind.is_dir() {
            waiting.extend(fs_err::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        }
        let name = path.to_string_lossy().into_owned().into_bytes();
        let bytes = if kind.is_file() && !left_out(&path) { fs_err::read(&path).unwrap() } else { Vec::new() };
        searched += usize::from(kind.is_file());
        if all.is_match(&bytes) || all.is_match(&name) {
            let hit = |needle: &Regex| needle.is_match(&bytes) || needle.is_match(&name);
            found.extend(needles.iter().filter(|(_, needle)| hit(needle)).map(|(word, _)| format!("{word} in {}", path.display())));
        }
    }
    (searched, found)
}

fn any_of(needles: &[Vec<u8>]) -> Regex {
    let hexadecimal = |needle: &Vec<u8>| needle.iter().map(|byte| format!("\\x{byte:02x}")).collect::<String>();
    let alternatives: Vec<String> = needles.iter().map(hexadecimal).collect();
    Regex::new(&format!("(?-u:{})", alternatives.join("|"))).unwrap()
}

/// A word as UTF-8, UTF-16 in both orders, hexadecimal in both cases, and Base64 wherever it begins.
fn written(word: &str) -> Vec<Vec<u8>> {
    let plain = word.as_bytes().to_vec();
    let mut ways = vec![
        word.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        word.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        hex::encode(&plain).into_bytes(),
        hex::encode_upper(&plain).into_bytes(),
    ];
    ways.extend((0..3).map(|before| base64(&plain, before)));
    ways.push(plain);
    ways
}

/// Those letters of Base64 that say nothing but this, where so many other bytes went before in the group of three.
fn base64(bytes: &[u8], before: usize) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let whole: Vec<u8> = std::iter::repeat_n(0, before).chain(bytes.iter().copied()).collect();
    let bits: Vec<u8> = whole.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    let letters: Vec<u8> =
        bits.chunks_exact(6).map(|six| LETTERS[usize::from(six.iter().fold(0, |value, bit| value << 1 | bit))]).collect();
    letters[(before * 8).div_ceil(6)..].to_vec()
}
