//! The one window.

use std::env;
use std::error::Error;
use std::path::Path;

use tauri::webview::NewWindowResponse;
use tauri::{App, AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

/// The window's name in the program.
pub(crate) const LABEL: &str = "main";

/// Where the web engine is told to send all that would go to a network: a port of this machine that nobody listens at. A
/// content security policy does not stop `<link rel=preconnect>`, and a host's name alone can carry something away.
const NOWHERE: &str = "http://127.0.0.1:1";

/// Opens the window. Its web engine keeps nothing on disk: no history, no form contents, no storage from run to run.
pub(crate) fn open(app: &App, store_folder: &Path) -> Result<(), Box<dyn Error>> {
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title("Samsyn")
        .inner_size(1280.0, 860.0)
        .min_inner_size(900.0, 600.0)
        // Screen readers go silent in windows without the system's own frame.
        .decorations(true)
        .proxy_url(NOWHERE.parse()?)
        // WebKitGTK lets no driver into a window that keeps nothing, so a test drives one that would.
        .incognito(!is_driven())
        .data_directory(store_folder.join("webview"))
        .general_autofill_enabled(false)
        .zoom_hotkeys_enabled(true)
        .disable_drag_drop_handler()
        // What the page calls itself, so that practice is told from work in the list of windows too. It never names a person.
        .on_document_title_changed(|window, title| {
            // A system that shows no title has lost nothing.
            let _ = window.set_title(&title);
        })
        .on_new_window(|_url, _features| NewWindowResponse::Deny)
        .devtools(cfg!(debug_assertions))
        .build()?;

    #[cfg(target_os = "linux")]
    window.with_webview(|page| check_spelling(&page.inner()))?;
    #[cfg(not(target_os = "linux"))]
    drop(window);
    Ok(())
}

/// Whether a test drives the window.
fn is_driven() -> bool {
    env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|value| value == "true")
}

/// Gives the window a new page, since the store is locked: what the old one had in its memory goes with it.
pub(crate) fn renew_page(app: &AppHandle) {
    let window = app.get_webview_window(LABEL);
    let renewed = window.map_or(Ok(()), |window| {
        forget_page(&window)?;
        window.reload()
    });
    if let Err(error) = renewed {
        eprintln!("samsyn: the page could not be loaded anew: {error}");
    }
}

/// Ends the process that the page ran in, with all that it remembered. A driver would lose the window that way.
#[cfg(target_os = "linux")]
fn forget_page(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::WebViewExt;

    if is_driven() { Ok(()) } else { window.with_webview(|page| page.inner().terminate_web_process()) }
}

/// Elsewhere a program cannot end the page's process alone; the new page takes its place.
#[cfg(not(target_os = "linux"))]
fn forget_page(_: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// Turns on the spell check that the page's text fields ask for; WebKitGTK has it off. It needs the system's Swedish dictionary
/// (hunspell-sv) and marks nothing without it.
#[cfg(target_os = "linux")]
fn check_spelling(page: &webkit2gtk::WebView) {
    use webkit2gtk::{WebContextExt, WebViewExt};

    if let Some(context) = page.context() {
        context.set_spell_checking_languages(&["sv_SE"]);
        context.set_spell_checking_enabled(true);
    }
}
