//! Everything that reads bytes from outside, one function each: for `cargo xtask fuzz`, and for a test that feeds each with its
//! own good examples made wrong. None may panic, and what is refused leaves nothing behind.
#![expect(clippy::missing_panics_doc, reason = "to panic is how each of them fails")]

use std::cell::RefCell;
use std::sync::{Arc, OnceLock};

use chrono::{NaiveDate, TimeZone, Utc};
use samsyn_app::example::{CASE_1, PASSPHRASE, STORE, Script};
use samsyn_exchange::{catalogue as list, county as county_file, package};
use samsyn_plan::catalogue::{Demarcation, Unit};
use samsyn_plan::codes::Area;
use samsyn_plan::drawing::Stroke;
use samsyn_plan::identity::IdentityNumber;
use samsyn_plan::ids::{CaseId, UserId};
use samsyn_plan::places::Municipality;
use samsyn_plan::profile::Profile;
use samsyn_plan::{dates, names, text};
use samsyn_statistics::Sums;
use samsyn_store::log::{CasePackage, rows_of_changeset};
use samsyn_store::tables::{case_list, search_persons};
use samsyn_store::{
    Act, Chain, Cost, CreateError, Found, Kind, LockedStore, NoKeyring, OrganisationKey, OrganisationRecipient, Passphrase, RecoveryKey,
    Store, Way,
};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use crate::county;

/// What is fed.
pub struct Target {
    /// Its name, which the fuzz target has too.
    pub name: &'static str,
    /// Good examples, made by the program itself.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Reads the bytes. It fails by panicking.
    pub read: fn(&[u8]),
}

/// Everything that reads bytes from outside.
pub const TARGETS: &[Target] = &[
    Target { name: "typed", seeds: typed_seeds, read: typed },
    Target { name: "keys", seeds: key_seeds, read: keys },
    Target { name: "header", seeds: header_seeds, read: header },
    Target { name: "profile", seeds: profile_seeds, read: profile },
    Target { name: "logo", seeds: logo_seeds, read: logo },
    Target { name: "signed_pdf", seeds: pdf_seeds, read: signed_pdf },
    Target { name: "age_file", seeds: age_seeds, read: age_file },
    Target { name: "package", seeds: package_seeds, read: package },
    Target { name: "county_file", seeds: county_seeds, read: county_file },
    Target { name: "changeset", seeds: changeset_seeds, read: changeset },
    Target { name: "catalogue", seeds: catalogue_seeds, read: catalogue },
    Target { name: "search", seeds: search_seeds, read: search },
    Target { name: "request", seeds: request_seeds, read: request },
];

/// Numbers, dates, times, names and pen strokes as typed.
pub fn typed(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let today = NaiveDate::from_ymd_opt(2027, 3, 1).unwrap();
    for reserve in [false, true] {
        if let Ok(number) = IdentityNumber::parse(&typed, reserve, today) {
            assert!(!number.written().is_empty());
            assert!(reserve || number.birth_date().is_some_and(|born| born <= today), "a number has a date of birth");
        }
    }
    dates::parse_date(&typed);
    dates::parse_time(&typed);
    let clean = text::clean(&typed);
    assert_eq!(text::clean(&clean), clean, "what is clean stays so");
    for word in names::words(&typed) {
        names::alike(&word);
    }
    names::sort_key(&typed, &typed);
    if let Ok(stroke) = typed.parse::<Stroke>() {
        assert!(stroke.points().all(|(x, y)| (0.0..=1.0).contains(&x) && (0.0..=1.0).contains(&y)));
    }
}

fn typed_seeds() -> Vec<Vec<u8>> {
    let seeds =
        ["19830417-2383", "830417+2383", "R-2027-17", "25/1 2027", "13.30", "Lars-Erik d'Angelo", "A\u{30a}hs\u{202e}", "12,40 13,41"];
    seeds.iter().map(|seed| seed.as_bytes().to_vec()).collect()
}

/// A recovery key, an organisation's key and its public half, as typed.
pub fn keys(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    if let Ok(key) = RecoveryKey::parse(&typed) {
        assert_eq!(RecoveryKey::parse(&key.shown()), Ok(key));
    }
    let _ = OrganisationKey::parse(&typed);
    if let Ok(recipient) = OrganisationRecipient::parse(&typed) {
        assert_eq!(OrganisationRecipient::parse(&recipient.to_string()), Ok(recipient));
    }
}

fn key_seeds() -> Vec<Vec<u8>> {
    let (_folder, _store, recovery) = store();
    vec![recovery.shown().as_bytes().to_vec(), b"age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p".to_vec()]
}

/// The header beside the database.
pub fn header(bytes: &[u8]) {
    let folder = TempDir::new().unwrap();
    fs_err::write(folder.path().join("samsyn.header"), bytes).unwrap();
    fs_err::write(folder.path().join("samsyn.db"), b"not a database").unwrap();
    let found = LockedStore::at(folder.path(), Arc::new(NoKeyring)).unwrap();
    assert!(!matches!(found, Found::Empty), "a folder with files is never taken for an empty one");
}

fn header_seeds() -> Vec<Vec<u8>> {
    let (folder, _store, _) = store();
    vec![fs_err::read(folder.path().join("samsyn.header")).unwrap()]
}

/// A county profile.
pub fn profile(bytes: &[u8]) {
    if let Ok(profile) = serde_json::from_slice::<Profile>(bytes) {
        let again = serde_json::to_vec(&profile).unwrap();
        assert_eq!(serde_json::from_slice::<Profile>(&again).unwrap(), profile);
    }
}

fn profile_seeds() -> Vec<Vec<u8>> {
    let folder = super::project().join("assets/profiles");
    let mut files: Vec<_> = fs_err::read_dir(folder).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file()).collect();
    files.sort();
    files.into_iter().take(2).map(|path| fs_err::read(path).unwrap()).collect()
}

/// A logo that somebody chose.
pub fn logo(bytes: &[u8]) {
    if let Ok(logo) = samsyn_print::Logo::read(bytes) {
        assert_eq!(samsyn_print::Logo::kept(logo.png().to_vec()), Ok(logo));
    }
}

fn logo_seeds() -> Vec<Vec<u8>> {
    vec![fs_err::read(super::project().join("assets/icons/32x32.png")).unwrap()]
}

/// A PDF that may be signed.
pub fn signed_pdf(bytes: &[u8]) {
    let _ = samsyn_sign::verify(bytes);
}

fn pdf_seeds() -> Vec<Vec<u8>> {
    vec![made().pdf.clone()]
}

/// The encrypted file around a case.
pub fn age_file(bytes: &[u8]) {
    // One in sixteen: each time that age begins, it measures for a moment how much work this machine can do. What is inside
    // has a target of its own.
    if bytes.iter().fold(0_u8, |sum, byte| sum.wrapping_add(*byte)).is_multiple_of(16) {
        assert!(package::open::<Value>(bytes, "").is_err());
    }
    if let Ok((content, files)) = package::read::<Value>(bytes) {
        let again = package::plain(&content, &files).unwrap();
        assert_eq!(package::read::<Value>(&again).unwrap(), (content, files));
    }
}

fn age_seeds() -> Vec<Vec<u8>> {
    // The head of an age file with a passphrase, which asks for as little work as there is instead of a second's.
    let head = "age-encryption.org/v1\n-> scrypt bBjlhJVYZeE4aqUdmtRHfw 1\nZV/AhotwSGqaPCU43cepl4WYUouAa17a3xpu4G2yi5k\n\
                --- fgMiVLJHMlg9fW7CVG/hPS5EAU4Zeg19LyCP7SoH5nA\n\u{e5}\u{0}\u{7f}";
    let files = [b"one".to_vec(), Vec::new()];
    vec![head.as_bytes().to_vec(), package::plain(&json!({ "a": [1, null, "\u{e5}"] }), &files).unwrap()]
}

/// A case from a colleague: refused, with nothing written, or whole.
pub fn package(bytes: &[u8]) {
    let Ok(package) = serde_json::from_slice::<CasePackage>(bytes) else { return };
    with_store(|store| {
        let before = store.read(case_list).unwrap();
        let at = Utc.with_ymd_and_hms(2027, 3, 1, 9, 0, 0).unwrap();
        let act = Act {
            command_id: Uuid::now_v7(),
            chain: Chain::Case(package.case),
            command: "case.receive",
            arguments: Value::Null,
            actor: UserId(Uuid::from_u128(1)),
            at,
            kind: Kind::Act,
        };
        let files = &made().files;
        let taken = store.receive_case(&act, &package, files, Uuid::now_v7, |_, _| Ok::<(), samsyn_store::StoreError>(()));
        if taken.is_ok() {
            store.history(Chain::Case(package.case)).unwrap();
            assert!(store.read(|reader| samsyn_store::tables::load_case(reader, package.case)).unwrap().is_some());
        } else {
            assert_eq!(store.read(case_list).unwrap(), before, "what is refused leaves nothing");
        }
    });
}

fn package_seeds() -> Vec<Vec<u8>> {
    vec![serde_json::to_vec(&made().case).unwrap()]
}

/// An organisation's figures for its county, as they are once the file around them is open. Nobody but the key's owner makes
/// others that are taken for good.
pub fn county_file(bytes: &[u8]) {
    let Ok((envelope, files)) = package::read::<Value>(bytes) else { return };
    if let Ok((statement, _)) = county_file::read::<Vec<Sums>>(envelope, &files) {
        let definitions = samsyn_statistics::definitions().unwrap();
        let _ = samsyn_statistics::check_sums(statement.year, &definitions, &statement.figures);
    }
    if let Ok(sums) = serde_json::from_slice::<Vec<Sums>>(bytes) {
        let definitions = samsyn_statistics::definitions().unwrap();
        if samsyn_statistics::check_sums(2027, &definitions, &sums).is_ok() {
            samsyn_statistics::county(2027, &definitions, &[&sums, &sums], &[], 5);
        }
    }
}

fn county_seeds() -> Vec<Vec<u8>> {
    let (_folder, mut script) = carried();
    let figures = county::figures(&mut script.app, 2027);
    let key = county_file::CountyKey::of(&"07".repeat(32)).unwrap();
    let statement = county_file::Statement {
        organisation: "\u{c5}re kommun".to_owned(),
        unit: String::new(),
        signed_at: Utc.with_ymd_and_hms(2027, 3, 1, 8, 0, 0).unwrap(),
        year: 2027,
        program: "0.1.0".to_owned(),
        practice: true,
        figures: figures.clone(),
    };
    let (envelope, files) = county_file::signed(&statement, &key).unwrap();
    let small: Vec<&Value> = figures.as_array().unwrap().iter().take(6).collect();
    vec![package::plain(&envelope, &files[..1]).unwrap(), serde_json::to_vec(&small).unwrap()]
}

/// What the change log says of the rows, which comes with a case.
pub fn changeset(bytes: &[u8]) {
    rows_of_changeset(bytes);
}

fn changeset_seeds() -> Vec<Vec<u8>> {
    let changes = made().case["changes"].as_array().unwrap();
    changes.iter().take(12).map(|change| hex::decode(change["changeset"].as_str().unwrap()).unwrap()).collect()
}

/// A file for the catalogue: whatever is read of it is read again of what is written.
pub fn catalogue(bytes: &[u8]) {
    let places = [Municipality { code: "2380".to_owned(), name: "\u{d6}stersund".to_owned() }];
    if let Ok(read) = list::read::<Unit>(bytes, &places) {
        let units: Vec<Unit> = read.rows.into_iter().map(|(_, row)| row.record).collect();
        let again = list::read::<Unit>(&list::write(&units), &places).unwrap();
        assert_eq!(again.rows.into_iter().map(|(_, row)| row.record).collect::<Vec<_>>(), units);
        assert!(again.faults.is_empty());
    }
    let _ = list::read::<Demarcation>(bytes, &places);
}

fn catalogue_seeds() -> Vec<Vec<u8>> {
    let unit = Unit { unit: "BUP".to_owned(), phone: "+46 63".to_owned(), areas: vec![Area::School, Area::Housing], ..Unit::default() };
    let typed = "unit;kind;areas;municipality\nNexus;municipality;alcohol, gambling;\u{d6}stersund\n\"a\n=1\";;;2380\n";
    let demarcations = "action,answered_by,text\nwithdrawal_care,region,\"a, b\"\n";
    vec![list::write(&[unit]), typed.as_bytes().to_vec(), demarcations.as_bytes().to_vec()]
}

/// What is typed into the search.
pub fn search(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    with_store(|store| {
        let found = store.read(|reader| search_persons(reader, &typed, (0, 5), &|_, _| true)).unwrap();
        assert!(found.len() <= 5 && found.is_sorted_by_key(|hit| hit.by));
    });
}

fn search_seeds() -> Vec<Vec<u8>> {
    ["Karin Lövgren", "karin AND NOT \"a*", "exact:k", "sip-2027-0001", "830417", "R-1\0\u{301}"]
        .iter()
        .map(|seed| seed.as_bytes().to_vec())
        .collect()
}

/// A request to an open practice store: `{"command": name, "request": {…}}`.
pub fn request(bytes: &[u8]) {
    let Ok(Value::Object(call)) = serde_json::from_slice::<Value>(bytes) else { return };
    let (Some(Value::String(command)), Some(request)) = (call.get("command"), call.get("request")) else { return };
    // These would write or read where the request says, or lock the store.
    if command.starts_with("store.") || command.starts_with("backup.") || command.starts_with("card.") || request.get("folder").is_some() {
        return;
    }
    with_script(|script| {
        match script.app.call(command, request.clone()) {
            Ok(_) => {}
            Err(refused) => assert!(refused.code != samsyn_app::Code::Internal, "{command}: {refused:?}"),
        }
        assert!(script.app.is_open());
    });
}

fn request_seeds() -> Vec<Vec<u8>> {
    let case = &made().case["case"];
    let id = "7f000000-0000-4000-8000-000000000001";
    let mut seeds: Vec<Value> = samsyn_app::commands()
        .iter()
        .map(|command| json!({ "command": command.name, "request": { "case": case, "command_id": id, "text": "a", "on": "2027-03-01" } }))
        .collect();
    seeds.push(json!({ "command": "draft.set", "request": { "case": case, "kind": "frame", "id": case, "fields": { "notes": "a" }, "seen": {}, "command_id": id } }));
    seeds.push(json!({ "command": "draft.add", "request": { "case": case, "kind": "goal", "fields": { "text": "a" }, "command_id": id } }));
    seeds.iter().map(|seed| serde_json::to_vec(seed).unwrap()).collect()
}

/// What the program itself made, once.
struct Made {
    pdf: Vec<u8>,
    case: Value,
    files: Vec<Vec<u8>>,
}

fn made() -> &'static Made {
    static MADE: OnceLock<Made> = OnceLock::new();
    MADE.get_or_init(|| {
        let (folder, mut script) = carried();
        let pdf = script.paper("prov", json!({ "document": "plan", "version": null })).unwrap();
        let case = CaseId(serde_json::from_value(script.case()).unwrap());
        script.app.lock();
        drop(script);
        let Found::Locked(locked) = LockedStore::at(&folder.path().join(STORE), Arc::new(NoKeyring)).unwrap() else {
            panic!("the example's store is there")
        };
        let passphrase = Passphrase::new(PASSPHRASE);
        let mut store = locked.unlock(Way::Passphrase { user: None, passphrase: &passphrase }).map_err(|(_, error)| error).unwrap();
        store.seal(Utc.with_ymd_and_hms(2027, 3, 1, 9, 0, 0).unwrap()).unwrap();
        let (packed, files) = store.pack_case(case).unwrap();
        Made { pdf, case: serde_json::to_value(packed).unwrap(), files }
    })
}

/// The example case with its first needs and parties.
fn carried() -> (TempDir, Script) {
    let folder = TempDir::new().unwrap();
    let mut script = Script::begin(folder.path()).unwrap();
    for (name, phase) in CASE_1 {
        phase(&mut script).unwrap();
        if *name == "parties" {
            break;
        }
    }
    (folder, script)
}

fn store() -> (TempDir, Store, RecoveryKey) {
    let folder = TempDir::new().unwrap();
    let at = Utc.with_ymd_and_hms(2027, 3, 1, 8, 0, 0).unwrap();
    let passphrase = Passphrase::new("trumpet kantarell sextio moln");
    let nothing_first = |_: &mut Store| Ok::<_, CreateError>(());
    let user = UserId(Uuid::from_u128(1));
    let (store, recovery) =
        LockedStore::create(folder.path(), Arc::new(NoKeyring), user, &passphrase, Cost::LEAST, at, nothing_first).unwrap();
    (folder, store, recovery)
}

fn with_store(f: impl FnOnce(&mut Store)) {
    thread_local!(static STORE: RefCell<Option<(TempDir, Store)>> = const { RefCell::new(None) });
    STORE.with_borrow_mut(|kept| {
        let (_, store) = kept.get_or_insert_with(|| {
            let (folder, store, _) = store();
            (folder, store)
        });
        f(store);
    });
}

fn with_script(f: impl FnOnce(&mut Script)) {
    thread_local!(static SCRIPT: RefCell<Option<(TempDir, Script)>> = const { RefCell::new(None) });
    SCRIPT.with_borrow_mut(|kept| f(&mut kept.get_or_insert_with(carried).1));
}
