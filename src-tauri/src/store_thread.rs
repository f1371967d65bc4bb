//! The one thread that owns the store. A database connection has one user at a time, and the window must never wait for
//! a disk: so commands are handed over here, and their callers await the answer.

use std::io;
use std::sync::Mutex;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use samsyn_app::{App, AppError, Code, Setup};
use tauri::async_runtime;

/// How often the store looks at its idle time and seals what has lain open.
const TICK: Duration = Duration::from_secs(5);

enum Job {
    Work(Box<dyn FnOnce(&mut App) + Send>),
    End,
}

/// The way to the store's thread.
pub(crate) struct StoreThread {
    jobs: mpsc::Sender<Job>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl StoreThread {
    /// Starts the thread; the store's files are first touched there. `locked` is called each time the store was open and is
    /// locked, whoever locked it.
    pub(crate) fn start(setup: Setup, locked: impl Fn() + Send + 'static) -> io::Result<Self> {
        let (jobs, queue) = mpsc::channel();
        let thread = thread::Builder::new().name("store".into()).spawn(move || serve(App::new(setup), &queue, &locked))?;
        Ok(Self { jobs, thread: Mutex::new(Some(thread)) })
    }

    /// Does work on the store's thread, after all that was asked before, and answers with its result. A thread that has ended
    /// by a fault answers `internal`: nothing can be read or written any more in this run of the program.
    pub(crate) async fn ask<R: Send + 'static>(&self, work: impl FnOnce(&mut App) -> R + Send + 'static) -> Result<R, AppError> {
        let (answer, mut answered) = async_runtime::channel(1);
        let job = Job::Work(Box::new(move |app| {
            // The asker may have gone with its window; the work is done all the same.
            let _ = answer.try_send(work(app));
        }));
        let gone = || AppError::new(Code::Internal);
        self.jobs.send(job).map_err(|_| gone())?;
        answered.recv().await.ok_or_else(gone)
    }

    /// Locks the store after the work that was asked for before, and waits for that at most so long. Says whether it is locked;
    /// otherwise it will be as soon as that work ends.
    pub(crate) fn lock_within(&self, patience: Duration) -> bool {
        let (locked, waiting) = mpsc::channel();
        let job = Job::Work(Box::new(move |app| {
            app.lock();
            // Whoever waited may have lost patience.
            let _ = locked.send(());
        }));
        // A store that has ended is locked.
        self.jobs.send(job).is_err() || waiting.recv_timeout(patience) != Err(RecvTimeoutError::Timeout)
    }

    /// Does the work that is waiting, locks the store and ends the thread.
    pub(crate) fn end(&self) {
        let _ = self.jobs.send(Job::End);
        let thread = self.thread.lock().ok().and_then(|mut thread| thread.take());
        if thread.is_some_and(|thread| thread.join().is_err()) {
            eprintln!("samsyn: the store's thread ended by a fault");
        }
    }
}

fn serve(mut app: App, queue: &mpsc::Receiver<Job>, locked: &dyn Fn()) {
    let mut next_tick = Instant::now() + TICK;
    loop {
        let was_open = app.is_open();
        match queue.recv_timeout(next_tick.saturating_duration_since(Instant::now())) {
            Ok(Job::Work(work)) => work(&mut app),
            Err(RecvTimeoutError::Timeout) => {}
            Ok(Job::End) | Err(RecvTimeoutError::Disconnected) => break,
        }
        if Instant::now() >= next_tick {
            app.tick();
            next_tick = Instant::now() + TICK;
        }
        if was_open && !app.is_open() {
            locked();
        }
    }
    app.lock();
}

#[cfg(test)]
mod tests;
