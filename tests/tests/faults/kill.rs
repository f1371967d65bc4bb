//! Killed at any moment, the store has every acknowledged command, and the one under way at most once.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use samsyn_app::App;
use samsyn_tests::faults::{self, Held, Random, Step, worker::Said};
use serde_json::json;

/// R1 of the limits: 200 rounds and at least 2 000 acknowledged commands.
const ROUNDS: usize = 200;
const ACKNOWLEDGED: usize = 2_000;

/// How often everything is read again, and not only what the last round wrote.
const ALL_OVER: usize = 50;

struct Worker {
    process: Child,
    said: BufReader<ChildStdout>,
}

impl Worker {
    fn start(place: &Path, seed: u64, round: usize) -> Self {
        let mut command = Command::new(samsyn_tests::program("faults"));
        command.arg("write").arg(place).args([seed.to_string(), round.to_string(), "1000000".to_owned()]);
        let mut process = command.stdout(Stdio::piped()).spawn().unwrap();
        let said = BufReader::new(process.stdout.take().unwrap());
        Self { process, said }
    }

    /// The next line that is whole; nothing where the worker is gone.
    fn next(&mut self) -> Option<Said> {
        let mut line = String::new();
        self.said.read_line(&mut line).unwrap();
        line.ends_with('\n').then(|| Said::read(&line))
    }

    fn kill(mut self) -> Vec<Said> {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        std::iter::from_fn(|| self.next()).collect()
    }
}

/// What a worker did in its life.
#[derive(Default)]
struct Life {
    done: Vec<(Step, Option<String>)>,
    under_way: Option<Step>,
}

#[test]
fn whatever_was_acknowledged_is_there_after_kill_9() {
    let seed = faults::seed();
    let folder = tempfile::tempdir().unwrap();
    let (mut app, _) = faults::create(folder.path());
    app.lock();
    drop(app);
    let (mut random, mut held) = (Random::of(seed, "kill"), Held::default());
    let (mut acknowledged, mut committed_unsaid) = (0, 0);
    let rounds = faults::scaled(ROUNDS);
    for round in 0..rounds {
        let life = Life::of(Worker::start(folder.path(), seed, round), &mut random);
        acknowledged += life.done.len();
        let mut app = faults::open(folder.path()).unwrap_or_else(|refusal| panic!("round {round}: {refusal:?}"));
        committed_unsaid += usize::from(life.check(&mut held, &mut app).unwrap_or_else(|lost| panic!("round {round}: {lost}")));
        if round % ALL_OVER == ALL_OVER - 1 || round + 1 == rounds {
            assert!(!held.check(&mut app, None, None).unwrap_or_else(|lost| panic!("after round {round}: {lost}")));
            assert_eq!(app.call("store.verify", json!({})).unwrap()["whole"], true, "after round {round}");
        }
        app.lock();
    }
    eprintln!("{acknowledged} acknowledged in {rounds} rounds, {committed_unsaid} more committed and not yet said");
    assert!(acknowledged >= faults::scaled(ACKNOWLEDGED), "only {acknowledged} commands were acknowledged");
    assert!(committed_unsaid > 0, "no kill hit the moment between a commit and its word");
}

impl Life {
    /// A worker from its start to its death.
    fn of(mut worker: Worker, random: &mut Random) -> Self {
        let mut life = Self::default();
        for _ in 0..16 + random.below(12) {
            life.hear(worker.next().expect("the worker died by itself"));
        }
        // Some part of a command later, so that the kill finds the worker anywhere in it.
        for _ in 0..random.below(400_000) {
            std::hint::spin_loop();
        }
        worker.kill().into_iter().for_each(|said| life.hear(said));
        life
    }

    fn hear(&mut self, said: Said) {
        match said {
            Said::Try(step) => self.under_way = Some(*step),
            Said::Done(case) => self.done.extend(self.under_way.take().map(|step| (step, case))),
            Said::Backup(_) | Said::Reached(_) => {}
        }
    }

    /// Reads what the worker was at, and lets the command that it was doing be asked for again: a caller without an answer does
    /// that. Says whether the command had been done already.
    fn check(self, held: &mut Held, app: &mut App) -> Result<bool, String> {
        self.done.iter().for_each(|(step, case)| held.acknowledged(step, case.as_deref()));
        let cases = self.done.iter().filter_map(|(_, case)| case.clone());
        let mut touched: BTreeSet<String> = cases.chain(self.under_way.iter().filter_map(|step| Some(step.case()?.to_owned()))).collect();
        let was_done = held.check(app, Some(&touched), self.under_way.as_ref())?;
        if let Some(step) = &self.under_way {
            let reply = app.call(&step.command, step.request.clone()).map_err(|refusal| format!("again: {refusal:?}"))?;
            let case = faults::case_of(&reply);
            held.acknowledged(step, case);
            touched.extend(case.map(str::to_owned));
            held.check(app, Some(&touched), None).map_err(|lost| format!("asked again: {lost}"))?;
        }
        Ok(was_done)
    }
}
