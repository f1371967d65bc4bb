use serde_json::json;
use tempfile::TempDir;

use super::*;
use samsyn_app::Clock;

/// A thread with an open store, and what hears that it was locked.
fn open(folder: &TempDir) -> (StoreThread, mpsc::Receiver<()>) {
    let setup = Setup { folder: folder.path().join("store"), clock: Clock::System, keyring: false };
    let (heard, locks) = mpsc::channel();
    let store = StoreThread::start(setup, move || heard.send(()).unwrap()).unwrap();
    let request = json!({
        "profile": "norrbotten", "controller": "Socialnämnden", "principal": "municipality", "organisation": "Bodens kommun",
        "unit": "IFO", "user": "Per Nyström", "title": "", "passphrase": "trumpet kantarell sextio moln", "practice": true
    });
    async_runtime::block_on(store.ask(move |app| app.call("store.create", request))).unwrap().unwrap();
    (store, locks)
}

#[test]
fn a_lock_does_not_wait_for_long_work_and_comes_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let (store, locks) = open(&folder);
    let (end, ended) = mpsc::channel::<()>();
    let long = Job::Work(Box::new(move |_| {
        let _ = ended.recv();
    }));
    store.jobs.send(long).unwrap();
    assert!(!store.lock_within(Duration::ZERO), "the work goes on");
    assert!(locks.try_recv().is_err());
    drop(end);
    locks.recv().unwrap();
    assert!(store.lock_within(Duration::from_mins(1)));
    store.end();
}
