//! A full disk: the save is refused by name, nothing that was acknowledged is lost, and the same save goes through when there
//! is room again.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use samsyn_app::{AppError, Code};
use samsyn_tests::faults::{self, Hand, Held, Random, Step, case_of};
use serde_json::json;

/// Where this test finds its small disk, when it has started itself upon one.
const INSIDE: &str = "SAMSYN_TEST_SMALL_DISK";

/// R3 of the limits: at each 1/50 of a script of saves.
const PARTS: usize = 50;
const SAVES_IN_A_PART: usize = 5;

/// The most that one save needs is left free by chance, so that the disk is full in the middle of a save too.
const LEFT_FREE: usize = 96 * 1024;

/// Starts itself once more on a disk of 24 MB in a mount namespace, which ends with it.
#[test]
fn a_full_disk_refuses_the_save_and_loses_nothing() {
    if let Some(disk) = std::env::var_os(INSIDE) {
        return fill_and_free(Path::new(&disk));
    }
    let disk = tempfile::tempdir().unwrap();
    let script = "mount -t tmpfs -o size=24m none \"$SAMSYN_TEST_SMALL_DISK\" && exec \"$0\" --exact --nocapture faults::full::a_full_disk_refuses_the_save_and_loses_nothing";
    // Who is not root becomes it in a namespace of their own, where the system lets them.
    let namespaces = if is_root() { &["--mount"][..] } else { &["--user", "--map-root-user", "--mount"][..] };
    let mut again = Command::new("unshare");
    again.args(namespaces).args(["sh", "-c", script]).arg(std::env::current_exe().unwrap()).env(INSIDE, disk.path());
    let done = again.output().expect("unshare is a part of util-linux");
    let said = [done.stdout, done.stderr].concat();
    eprintln!("{}", String::from_utf8_lossy(&said));
    assert!(done.status.success(), "the test on a small disk of its own (tmpfs in a mount namespace) failed; see above");
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().unwrap().stdout == b"0\n"
}

fn fill_and_free(disk: &Path) {
    let seed = faults::seed();
    let mut random = Random::of(seed, "full");
    let (mut app, _) = faults::create(disk);
    let (mut held, mut hand) = (Held::default(), Hand::begin(&mut app, Random::of(seed, "saves"), 1));
    let mut refusals = 0;
    for part in 0..faults::scaled(PARTS) {
        hand.write(&mut app, SAVES_IN_A_PART, &mut held);
        if part % 4 != 0 {
            // Without a journal that has room in it already, so that the very first saves need the disk.
            app.lock();
            app.call("store.unlock_quick", json!({})).unwrap();
            hand.sealed();
        }
        let ballast = Ballast::fill(disk, random.below(LEFT_FREE));
        // What fits into the journal as it is still goes through; then one is refused, and it says why.
        let refused = loop {
            let step = hand.next_step();
            match app.call(&step.command, step.request.clone()) {
                Ok(reply) => took(&mut hand, &mut held, &step, &reply),
                Err(refusal) => break (step, refusal),
            }
        };
        is_full(&refused.1, part);
        refusals += 1;
        // Reading goes on. A case whose opening cannot be entered in the access log is not read, and is not lost either.
        match held.check(&mut app, refused.0.case().map(|case| [case.to_owned()].into()).as_ref(), None) {
            Err(lost) if !lost.contains("OpeningNotLogged") => panic!("part {part}, full: {lost}"),
            _ => {}
        }
        if part % 5 == 4 {
            // Locked and opened again while there is no room at all.
            app.lock();
            if let Err(refusal) = app.call("store.unlock_quick", json!({})) {
                is_full(&refusal, part);
            }
        }
        ballast.free();
        if part % 5 == 4 {
            app.call("store.unlock_quick", json!({})).unwrap();
            hand.sealed();
        }
        let reply =
            app.call(&refused.0.command, refused.0.request.clone()).unwrap_or_else(|refusal| panic!("part {part}, freed: {refusal:?}"));
        took(&mut hand, &mut held, &refused.0, &reply);
    }
    held.check(&mut app, None, None).unwrap();
    assert_eq!(app.call("store.verify", json!({})).unwrap()["whole"], true);
    eprintln!("a tmpfs in a mount namespace: {refusals} saves refused on a full disk, none lost");
}

fn took(hand: &mut Hand, held: &mut Held, step: &Step, reply: &serde_json::Value) {
    held.acknowledged(step, case_of(reply));
    hand.learn(step, reply);
}

#[track_caller]
fn is_full(refusal: &AppError, part: usize) {
    assert_eq!(refusal.code, Code::DiskFull, "part {part}: {refusal:?}");
}

/// What takes up all the room but so many bytes.
struct Ballast(std::path::PathBuf);

impl Ballast {
    fn fill(disk: &Path, but: usize) -> Self {
        let path = disk.join("ballast");
        let mut file = File::create(&path).unwrap();
        for block in [1 << 20, 1 << 12] {
            while file.write_all(&vec![7; block]).is_ok() {}
        }
        let length = file.metadata().unwrap().len();
        file.set_len(length.saturating_sub(but as u64)).unwrap();
        Self(path)
    }

    fn free(self) {
        fs_err::remove_file(self.0).unwrap();
    }
}
