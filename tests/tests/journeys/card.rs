//! A plan signed with cards: SoftHSM stands in for a card in a reader. The command line drives it, since a card's module reads
//! its environment.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use chrono::{SecondsFormat, TimeDelta, Utc};
use samsyn_app::example::{PASSPHRASE, STORE};
use samsyn_app::{App, Clock, Setup};
use serde_json::{Value, json};
use tempfile::TempDir;

const PIN: &str = "246810";

/// The certificates of the tests are valid for so many days from when they are made, which is by the computer's clock.
const VALID: i64 = 3650;

/// So many days after the computer's clock.
fn in_days(days: i64) -> String {
    (Utc::now() + TimeDelta::days(days)).to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A time at which the certificates of the tests are valid, after all that the example tells.
fn now() -> String {
    in_days(1).max("2028-03-01T09:00:00Z".to_owned())
}

/// Runs a tool of the tests; one that is missing fails the test and says how it is had.
#[track_caller]
fn run(command: &mut Command) -> Output {
    let name = command.get_program().to_string_lossy().into_owned();
    let done = command.output().unwrap_or_else(|error| panic!("{name} is missing ({error}): `cargo xtask test` installs it"));
    assert!(done.status.success(), "{name}: {}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    done
}

/// Where SoftHSM's module stands.
fn softhsm() -> PathBuf {
    let places =
        ["/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so"];
    let found = places.into_iter().map(PathBuf::from).find(|place| place.exists());
    found.unwrap_or_else(|| panic!("SoftHSM's module is missing: `cargo xtask test` installs it"))
}

/// What a key is for (RFC 5280, 4.2.1.3).
const SIGNING: &str = "nonRepudiation";
const LOGGING_IN: &str = "digitalSignature";

const RSA: &[&str] = &["-newkey", "rsa:2048"];
const ELLIPTIC: &[&str] = &["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"];

/// A reader with cards.
struct Card(TempDir);

impl Card {
    /// A reader without a card.
    fn none() -> Self {
        let card = Self(tempfile::tempdir().unwrap());
        fs_err::create_dir(card.at("tokens")).unwrap();
        fs_err::write(card.at("softhsm.conf"), format!("directories.tokendir = {}\n", card.at("tokens").display())).unwrap();
        card
    }

    /// A reader with one card with one key for signatures.
    fn of(name: &str, key: &[&str]) -> Self {
        Self::none().with_token("kort", PIN).with_key("kort", PIN, "01", name, SIGNING, key, &[])
    }

    fn with_token(self, label: &str, pin: &str) -> Self {
        run(self.tool("softhsm2-util").args(["--init-token", "--free", "--so-pin", "12345678", "--pin", pin, "--label", label]));
        self
    }

    /// Puts a key on a card, and a certificate for it; `more` is said of the key.
    #[expect(clippy::too_many_arguments)]
    fn with_key(self, token: &str, pin: &str, id: &str, name: &str, usage: &str, key: &[&str], more: &[&str]) -> Self {
        let secret = self.certified(token, pin, id, name, usage, key);
        run(self.on(token, pin, id, "privkey", &secret).arg("--usage-sign").args(more));
        self
    }

    /// Puts a certificate on a card, and gives its key.
    fn certified(&self, token: &str, pin: &str, id: &str, name: &str, usage: &str, key: &[&str]) -> PathBuf {
        let (secret, certificate) = (self.at("key.pem"), self.at("certificate.der"));
        run(Command::new("openssl")
            .args(["req", "-x509", "-nodes", "-utf8", "-days", &VALID.to_string(), "-subj", &format!("/C=SE/CN={name}")])
            .args(["-addext", &format!("keyUsage=critical,{usage}")])
            .args(key)
            .args(["-outform", "DER", "-keyout"])
            .arg(&secret)
            .arg("-out")
            .arg(&certificate));
        run(&mut self.on(token, pin, id, "cert", &certificate));
        secret
    }

    /// Writes an object on a card.
    fn on(&self, token: &str, pin: &str, id: &str, kind: &str, object: &Path) -> Command {
        let mut command = self.tool("pkcs11-tool");
        command.arg("--module").arg(softhsm()).args(["--token-label", token, "--login", "--pin", pin, "--type", kind, "--id", id]);
        command.args(["--label", id, "--write-object"]).arg(object);
        command
    }

    fn at(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    fn tool(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env("SOFTHSM2_CONF", self.at("softhsm.conf")).env("CARD_MODULE", softhsm()).env("CARD_FLAGS", self.flags());
        command
    }

    /// What a worn card says of its PIN (CK_TOKEN_INFO, flags), in hexadecimal.
    fn flags(&self) -> String {
        fs_err::read_to_string(self.at("flags")).unwrap_or_else(|_| "0".to_owned())
    }

    /// Calls a command with this card in the reader: its reply, or the exit status and what was said.
    fn call(&self, store: &Path, command: &str, request: &Value) -> Result<Value, String> {
        self.call_at(store, &now(), command, request)
    }

    /// Calls a command at a time.
    fn call_at(&self, store: &Path, at: &str, command: &str, request: &Value) -> Result<Value, String> {
        fs_err::write(self.at("passphrase"), PASSPHRASE).unwrap();
        let mut child = self
            .tool("sh")
            .args(["-c", "exec \"$0\" call \"$1\" --store \"$2\" --at \"$3\" --passphrase-fd 3 3<\"$4\""])
            .arg(samsyn_tests::program("samsyn-cli"))
            .args([command, store.to_str().unwrap(), at, self.at("passphrase").to_str().unwrap()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(request.to_string().as_bytes()).unwrap();
        let said = child.wait_with_output().unwrap();
        if said.status.success() {
            Ok(serde_json::from_slice(&said.stdout).unwrap())
        } else {
            Err(String::from_utf8_lossy(&said.stderr).into_owned())
        }
    }
}

fn opened(store: &Path) -> App {
    let mut app = App::new(Setup { folder: store.to_owned(), clock: Clock::System, keyring: false });
    app.call("store.unlock", json!({ "passphrase": PASSPHRASE })).unwrap();
    app
}

#[test]
fn two_cards_sign_a_version_and_both_signatures_stand_in_one_file() {
    let folder = tempfile::tempdir().unwrap();
    samsyn_app::example::write(folder.path(), |_, _| {}).unwrap();
    let store = folder.path().join(STORE);
    let per = Card::of("Per Nyström", RSA);
    let maria = Card::of("Maria Östlund", ELLIPTIC);

    let mut app = opened(&store);
    let case = app.call("case.list", json!({ "closed": true })).unwrap()[0]["case"].clone();
    let before = app.call("case.show", json!({ "case": case })).unwrap()["case"].clone();
    assert_eq!(app.call("store.signing_module", json!({})).unwrap()["module"], "", "off from the start");
    drop(app);
    let version = before["versions"].as_array().unwrap().last().unwrap()["id"].clone();
    let mut number = 0;
    let mut sign = |card: &Card, name: &str, pin: &str| {
        number += 1;
        let id = format!("00000000-0000-0000-0000-0000000ca2{number:02}");
        let request = json!({ "command_id": id, "case": case, "version": version, "pin": pin, "name": name, "role": "socialsekreterare" });
        card.call(&store, "version.sign_with_card", &request)
    };
    let set = |module: &Path| per.call(&store, "store.set_signing_module", &json!({ "module": module })).unwrap();

    // What hinders is said, and nothing is written.
    assert!(sign(&per, "Per Nyström", PIN).unwrap_err().contains("signing_off"));
    set(Path::new("/no/such/module.so"));
    assert!(sign(&per, "Per Nyström", PIN).unwrap_err().contains("card_module"));
    set(&softhsm());
    assert!(sign(&per, "Per Nyström", "000000").unwrap_err().contains("pin_wrong"));
    assert!(sign(&per, "", PIN).unwrap_err().contains("empty_field"));
    assert_eq!(opened(&store).call("case.show", json!({ "case": case })).unwrap()["case"], before);

    sign(&per, "Per Nyström", PIN).unwrap();
    let after = sign(&maria, "Maria Östlund", PIN).unwrap()["view"]["case"].clone();
    let added = |list: &str| after[list].as_array().unwrap()[before[list].as_array().unwrap().len()..].to_vec();
    let (signatures, files) = (added("signatures"), added("attachments"));
    assert_eq!(signatures.iter().map(|each| each["name"].as_str().unwrap()).collect::<Vec<_>>(), ["Per Nyström", "Maria Östlund"]);
    assert!(signatures.iter().all(|each| each["manner"] == "card" && each["version"] == version), "{signatures:?}");
    assert_eq!(files.len(), 2);

    let mut app = opened(&store);
    let found = app.call("attachment.verify", json!({ "case": case, "attachment": files[1]["id"] })).unwrap();
    let told: Vec<_> =
        found.as_array().unwrap().iter().map(|each| (&each["signer"], &each["verdict"], &each["covers_whole_file"])).collect();
    assert_eq!(told, [(&json!("Per Nyström"), &json!("sound"), &json!(false)), (&json!("Maria Östlund"), &json!("sound"), &json!(true))]);
    let file = app.call_for_bytes("attachment.show", json!({ "case": case, "attachment": files[1]["id"] })).unwrap();
    let place = folder.path().join("signed.pdf");
    fs_err::write(&place, file).unwrap();
    let poppler = String::from_utf8(run(Command::new("pdfsig").arg("-nocert").arg(&place)).stdout).unwrap();
    assert_eq!(poppler.matches("Signature Validation: Signature is Valid.").count(), 2, "{poppler}");

    // The PIN stands nowhere.
    let history = app.call("case.history", json!({ "case": case })).unwrap().to_string();
    assert!(history.contains("version.sign_with_card") && !history.contains(PIN));
    assert_eq!(app.call("store.verify", json!({})).unwrap()["whole"], true);
}

/// A practice store with a plan, and a reader to sign it with.
struct Desk {
    folder: TempDir,
    card: Card,
    case: Value,
    version: Value,
    signed: std::cell::Cell<u32>,
}

impl Desk {
    fn with(card: Card) -> Self {
        let folder = tempfile::tempdir().unwrap();
        samsyn_app::example::write(folder.path(), |_, _| {}).unwrap();
        let mut app = opened(&folder.path().join(STORE));
        let case = app.call("case.list", json!({ "closed": true })).unwrap()[0]["case"].clone();
        let shown = app.call("case.show", json!({ "case": case })).unwrap();
        let version = shown["case"]["versions"].as_array().unwrap().last().unwrap()["id"].clone();
        app.call("store.set_signing_module", json!({ "module": softhsm() })).unwrap();
        Self { folder, card, case, version, signed: std::cell::Cell::default() }
    }

    fn store(&self) -> PathBuf {
        self.folder.path().join(STORE)
    }

    fn cards(&self, at: &str) -> Vec<Value> {
        self.card.call_at(&self.store(), at, "card.list", &json!({})).unwrap().as_array().unwrap().clone()
    }

    /// Signs: who did by the file, or the code of the refusal.
    fn sign(&self, at: &str, certificate: &Value, pin: &str) -> Result<String, String> {
        self.signed.set(self.signed.get() + 1);
        let id = format!("00000000-0000-0000-0000-0000000ca3{:02}", self.signed.get());
        let request = json!({ "command_id": id, "case": self.case, "version": self.version, "certificate": certificate, "pin": pin,
            "name": "Per Nyström", "role": "socialsekreterare" });
        let reply = self.card.call_at(&self.store(), at, "version.sign_with_card", &request)?;
        let file = &reply["view"]["case"]["attachments"].as_array().unwrap().last().unwrap()["id"];
        let found = opened(&self.store()).call("attachment.verify", json!({ "case": self.case, "attachment": file })).unwrap();
        let newest = found.as_array().unwrap().last().unwrap();
        assert_eq!(newest["verdict"], "sound");
        Ok(newest["signer"].as_str().unwrap().to_owned())
    }

    #[track_caller]
    fn refuses(&self, at: &str, certificate: &Value, pin: &str, code: &str) {
        let refusal = self.sign(at, certificate, pin).unwrap_err();
        assert!(refusal.starts_with(&format!("{code}:")), "{code}: {refusal}");
    }

    fn case(&self) -> Value {
        opened(&self.store()).call("case.show", json!({ "case": self.case })).unwrap()["case"].clone()
    }
}

/// As a Swedish card shows itself: one key for logging in and one for signing, each with a PIN of its own.
#[test]
fn whoever_signs_chooses_among_the_cards_and_their_keys() {
    let card = Card::none()
        .with_token("Legitimering", "135790")
        .with_key("Legitimering", "135790", "01", "Per Legitimerar", LOGGING_IN, RSA, &[])
        .with_token("Underskrift", PIN)
        .with_key("Underskrift", PIN, "02", "Per Skriver", SIGNING, RSA, &[])
        .with_key("Underskrift", PIN, "03", "Maria Skriver", SIGNING, ELLIPTIC, &[]);
    card.certified("Underskrift", PIN, "04", "Utfärdaren", "keyCertSign", RSA);
    card.certified("Underskrift", PIN, "05", "Utan nyckel", LOGGING_IN, RSA);
    let desk = Desk::with(card);

    let cards = desk.cards(&now());
    let told = |cards: &[Value], field: &str| cards.iter().map(|each| each[field].as_str().unwrap_or("").to_owned()).collect::<Vec<_>>();
    let mut holders = told(&cards, "holder");
    holders[..2].sort();
    holders[2..].sort();
    // What is not for signatures comes last, and an issuer's is not there.
    assert_eq!(holders, ["Maria Skriver", "Per Skriver", "Per Legitimerar", "Utan nyckel"]);
    assert_eq!(cards.iter().map(|each| each["for_signatures"] == true).collect::<Vec<_>>(), [true, true, false, false]);
    assert_eq!(told(&cards[..2], "card"), ["Underskrift", "Underskrift"]);
    assert!(cards.iter().all(|each| each["validity"] == "valid" && each["pin"] == "ready"), "{cards:?}");
    let of = |holder: &str| cards.iter().find(|each| each["holder"] == holder).unwrap()["certificate"].clone();

    // What hinders is said, and nothing is written.
    let before = desk.case();
    let (expired, early) = (in_days(VALID + 800), in_days(-800));
    assert_eq!(desk.cards(&expired)[0]["validity"], "expired");
    assert_eq!(desk.cards(&early)[0]["validity"], "not_yet");
    desk.refuses(&expired, &of("Per Skriver"), PIN, "certificate_expired");
    desk.refuses(&early, &of("Per Skriver"), PIN, "certificate_not_yet_valid");
    desk.refuses(&now(), &of("Per Legitimerar"), PIN, "pin_wrong");
    desk.refuses(&now(), &of("Per Skriver"), "12", "pin_length");
    desk.refuses(&now(), &of("Utan nyckel"), PIN, "certificate_unusable");
    desk.refuses(&now(), &json!("00".repeat(32)), PIN, "card_missing");
    desk.refuses(&now(), &json!("00"), PIN, "invalid_value");
    assert_eq!(desk.case(), before);

    for (holder, pin) in [("Maria Skriver", PIN), ("Per Skriver", PIN), ("Per Legitimerar", "135790")] {
        assert_eq!(desk.sign(&now(), &of(holder), pin).unwrap(), holder);
    }
    assert_eq!(desk.sign(&now(), &Value::Null, PIN).unwrap(), cards[0]["holder"], "without a choice the first");
    let history = opened(&desk.store()).call("case.history", json!({ "case": desk.case })).unwrap().to_string();
    assert!(!history.contains(PIN) && !history.contains("135790"));
}

#[test]
fn a_reader_without_a_card_and_a_module_that_is_none_are_said() {
    let desk = Desk::with(Card::none());
    assert!(desk.cards(&now()).is_empty());
    desk.refuses(&now(), &Value::Null, PIN, "card_missing");
    let no_module = desk.card.at("softhsm.conf");
    desk.card.call(&desk.store(), "store.set_signing_module", &json!({ "module": no_module })).unwrap();
    assert!(desk.card.call(&desk.store(), "card.list", &json!({})).unwrap_err().contains("card_module"));
    desk.refuses(&now(), &Value::Null, PIN, "card_module");
}

/// `CKA_ALWAYS_AUTHENTICATE`: the card wants the PIN for the signature too, and not only to be opened.
#[test]
fn a_key_that_asks_for_its_pin_each_time_signs() {
    let card = Card::none().with_token("kort", PIN).with_key("kort", PIN, "01", "Per Nyström", SIGNING, RSA, &["--always-auth"]);
    let desk = Desk::with(card);
    assert_eq!(desk.sign(&now(), &Value::Null, PIN).unwrap(), "Per Nyström");
    desk.refuses(&now(), &Value::Null, "000000", "pin_wrong");
}

/// A desk whose card says of its PIN what SoftHSM does not.
fn with_worn_card() -> Desk {
    let desk = Desk::with(Card::of("Per Nyström", RSA));
    let (source, module) = (desk.card.at("worn.c"), desk.card.at("worn.so"));
    fs_err::write(&source, include_str!("card/worn.c")).unwrap();
    run(Command::new("cc").args(["-shared", "-fPIC", "-o"]).arg(&module).arg(&source));
    desk.card.call(&desk.store(), "store.set_signing_module", &json!({ "module": module })).unwrap();
    desk
}

/// The shortest and the longest are both nothing, as a card has them that tells no lengths.
#[test]
fn a_card_that_tells_no_lengths_of_a_pin_takes_any() {
    let desk = with_worn_card();
    assert_eq!(desk.sign(&now(), &Value::Null, PIN).unwrap(), "Per Nyström");
}

#[test]
fn the_last_try_and_the_lock_of_a_pin_are_said() {
    const LAST_TRY: &str = "20000";
    const LOCKED: &str = "40000";
    let desk = with_worn_card();
    let says = |flags: &str| fs_err::write(desk.card.at("flags"), flags).unwrap();

    says(LAST_TRY);
    assert_eq!(desk.cards(&now())[0]["pin"], "last_try");
    desk.refuses(&now(), &Value::Null, "000000", "pin_last_try");
    assert_eq!(desk.sign(&now(), &Value::Null, PIN).unwrap(), "Per Nyström", "the last try may be the right one");
    says(LOCKED);
    assert_eq!(desk.cards(&now())[0]["pin"], "locked");
    desk.refuses(&now(), &Value::Null, PIN, "pin_locked");
}
