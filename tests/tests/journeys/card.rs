//! A plan signed with cards: SoftHSM stands in for a card in a reader. The command line drives it, since a card's module reads
//! its environment.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use samsyn_app::example::{PASSPHRASE, STORE};
use samsyn_app::{App, Clock, Setup};
use serde_json::{Value, json};
use tempfile::TempDir;

const PIN: &str = "246810";

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

/// A card with a key and a certificate for it.
struct Card(TempDir);

impl Card {
    fn of(name: &str, key: &[&str]) -> Self {
        let card = Self(tempfile::tempdir().unwrap());
        fs_err::create_dir(card.at("tokens")).unwrap();
        fs_err::write(card.at("softhsm.conf"), format!("directories.tokendir = {}\n", card.at("tokens").display())).unwrap();
        let subject = format!("/C=SE/CN={name}");
        let (secret, certificate) = (card.at("key.pem"), card.at("certificate.der"));
        run(Command::new("openssl")
            .args(["req", "-x509", "-nodes", "-utf8", "-days", "3650", "-addext", "keyUsage=critical,nonRepudiation", "-subj", &subject])
            .args(key)
            .args(["-outform", "DER", "-keyout"])
            .arg(&secret)
            .arg("-out")
            .arg(&certificate));
        let label = ["--label", "kort"];
        run(card.tool("softhsm2-util").args(["--init-token", "--free", "--so-pin", "12345678", "--pin", PIN]).args(label));
        run(card.tool("softhsm2-util").arg("--import").arg(secret).args(["--token", "kort", "--id", "01", "--pin", PIN]).args(label));
        run(card
            .tool("pkcs11-tool")
            .arg("--module")
            .arg(softhsm())
            .args(["--token-label", "kort", "--login", "--pin", PIN, "--type", "cert", "--id", "01", "--write-object"])
            .arg(certificate));
        card
    }

    fn at(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    fn tool(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env("SOFTHSM2_CONF", self.at("softhsm.conf"));
        command
    }

    /// Calls a command with this card in the reader: its reply, or the exit status and what was said.
    fn call(&self, store: &Path, command: &str, request: &Value) -> Result<Value, String> {
        fs_err::write(self.at("passphrase"), PASSPHRASE).unwrap();
        let mut child = self
            .tool("sh")
            .args(["-c", "exec \"$0\" call \"$1\" --store \"$2\" --passphrase-fd 3 3<\"$3\""])
            .arg(samsyn_tests::program("samsyn-cli"))
            .args([command, store.to_str().unwrap(), self.at("passphrase").to_str().unwrap()])
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
    let per = Card::of("Per Nyström", &["-newkey", "rsa:2048"]);
    let maria = Card::of("Maria Östlund", &["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]);

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
