//! The system's own dialog for where a document is to be saved, answered from the keyboard.

use std::path::Path;

use super::Window;
use super::desktop::{Desktop, until};

/// Presses the button that saves a document, and has it saved at this place.
pub(crate) async fn save_at(window: &Window, place: &Path, press: impl AsyncFnOnce()) {
    let before = windows(window.desktop());
    press().await;
    let mut opened = None;
    until("the dialog", || {
        opened = windows(window.desktop()).into_iter().find(|each| !before.contains(each));
        opened.is_some()
    });
    let dialog = opened.unwrap();
    let text = place.to_string_lossy();
    // There is no window manager that would give the dialog the keyboard.
    xdotool(window.desktop(), &["windowfocus", "--sync", &dialog]);
    xdotool(window.desktop(), &["key", "--clearmodifiers", "ctrl+a"]);
    xdotool(window.desktop(), &["type", "--delay", "20", &text]);
    xdotool(window.desktop(), &["key", "Return"]);
    until("the saved file", || place.exists());
}

/// The windows that are shown, by their numbers.
pub(crate) fn windows(desktop: &Desktop) -> Vec<String> {
    xdotool(desktop, &["search", "--onlyvisible", "--name", "."]).split_whitespace().map(str::to_owned).collect()
}

/// The titles of the windows that are shown, as the system knows them.
pub(crate) fn titles(desktop: &Desktop) -> String {
    windows(desktop).iter().map(|each| xdotool(desktop, &["getwindowname", each])).collect()
}

pub(crate) fn xdotool(desktop: &Desktop, args: &[&str]) -> String {
    let said = desktop.command("xdotool").args(args).output().unwrap();
    String::from_utf8_lossy(&said.stdout).into_owned()
}
