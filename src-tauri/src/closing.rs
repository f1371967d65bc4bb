//! Closing the window: what is half-typed is saved first, and the store is locked last.

use std::sync::Mutex;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use tauri::{Manager, Window, WindowEvent};

/// How long the page may take to save what is half-typed. A page that hangs must not keep the store open.
const PATIENCE: Duration = Duration::from_secs(3);

/// Asks the page to save. Whoever has something unsaved listens for `samsyn-closing` on `window` and adds the promise of
/// its save to `event.detail`; when all have settled, the page says so through the door.
const ASK_PAGE: &str = "(() => { const saves = []; \
    window.dispatchEvent(new CustomEvent('samsyn-closing', { detail: saves })); \
    Promise.allSettled(saves).then(() => window.__TAURI_INTERNALS__.invoke('close_window')); })()";

/// Where the page's word that all is saved is waited for; nothing while the window stays open.
#[derive(Default)]
pub(crate) struct Closing(Mutex<Option<mpsc::Sender<()>>>);

impl Closing {
    /// The page has saved all.
    pub(crate) fn page_is_ready(&self) {
        if let Some(waiting) = self.0.lock().ok().and_then(|mut waiting| waiting.take()) {
            // Whoever waited may have lost patience.
            let _ = waiting.send(());
        }
    }

    /// Begins to wait, or nothing where one waits already.
    fn begin(&self) -> Option<mpsc::Receiver<()>> {
        let mut waiting = self.0.lock().ok()?;
        if waiting.is_some() {
            return None;
        }
        let (ready, when_ready) = mpsc::channel();
        *waiting = Some(ready);
        Some(when_ready)
    }
}

/// Holds the window open until the page has saved, or patience ends. A second press on the close button closes at once.
pub(crate) fn on_window_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    let Some(when_ready) = window.state::<Closing>().begin() else { return };
    let asked = window.get_webview_window(window.label()).is_some_and(|page| page.eval(ASK_PAGE).is_ok());
    if !asked {
        return;
    }
    api.prevent_close();
    let window = window.clone();
    thread::spawn(move || {
        let _ = when_ready.recv_timeout(PATIENCE);
        if let Err(error) = window.destroy() {
            eprintln!("samsyn: the window could not be closed: {error}");
        }
    });
}
