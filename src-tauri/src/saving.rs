//! What is half-typed is saved before the window closes and before the computer sleeps.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Manager, Window, WindowEvent};

use crate::window;

/// How long the page may take to save what is half-typed. A page that hangs must not keep the store open, and a computer that
/// goes to sleep waits for five seconds.
const PATIENCE: Duration = Duration::from_secs(3);

/// Asks the page to save. Whoever has something unsaved listens for `samsyn-saving` on `window` and adds the promise of its
/// save to `event.detail`; when all have settled, the page says so through the door, with the number of the question.
const ASK_PAGE: &str = "(() => { const saves = []; \
    window.dispatchEvent(new CustomEvent('samsyn-saving', { detail: saves })); \
    Promise.allSettled(saves).then(() => window.__TAURI_INTERNALS__.invoke('page_saved', { question: NUMBER })); })()";

/// Where the page's word that all is saved is waited for.
#[derive(Default)]
pub(crate) struct Saving {
    questions: AtomicU32,
    waiting: Mutex<Vec<(u32, mpsc::Sender<()>)>>,
    closing: AtomicBool,
}

impl Saving {
    /// The page has saved all that it had when it was asked.
    pub(crate) fn page_has_saved(&self, question: u32) {
        let Ok(mut waiting) = self.waiting.lock() else { return };
        for (_, asker) in waiting.extract_if(.., |(asked, _)| *asked <= question) {
            // Whoever waited may have lost patience.
            let _ = asker.send(());
        }
    }

    /// Asks the page, and gives what tells that it has saved; nothing where there is no page to ask.
    fn ask(&self, app: &AppHandle) -> Option<mpsc::Receiver<()>> {
        let question = self.questions.fetch_add(1, Ordering::Relaxed);
        let (asker, saved) = mpsc::channel();
        self.waiting.lock().ok()?.push((question, asker));
        app.get_webview_window(window::LABEL)?.eval(ASK_PAGE.replace("NUMBER", &question.to_string())).ok()?;
        Some(saved)
    }
}

/// Lets the page save what is half-typed, and comes back when it has, or when patience ends.
pub(crate) fn let_the_page_save(app: &AppHandle) {
    if let Some(saved) = app.state::<Saving>().ask(app) {
        let _ = saved.recv_timeout(PATIENCE);
    }
}

/// Holds the window open until the page has saved, or patience ends. A second press on the close button closes at once.
pub(crate) fn on_window_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    if window.state::<Saving>().closing.swap(true, Ordering::Relaxed) {
        return;
    }
    api.prevent_close();
    let window = window.clone();
    thread::spawn(move || {
        let_the_page_save(window.app_handle());
        if let Err(error) = window.destroy() {
            eprintln!("samsyn: the window could not be closed: {error}");
        }
    });
}
