//! The one window.

use std::env;
use std::error::Error;
use std::path::Path;

use tauri::webview::NewWindowResponse;
use tauri::{App, WebviewUrl, WebviewWindowBuilder};

/// Where the web engine is told to send all that would go to a network: a port of this machine that nobody listens at. A
/// content security policy does not stop `<link rel=preconnect>`, and a host's name alone can carry something away.
const NOWHERE: &str = "http://127.0.0.1:1";

/// Opens the window. Its web engine keeps nothing on disk: no history, no form contents, no storage from run to run.
pub(crate) fn open(app: &App, store_folder: &Path) -> Result<(), Box<dyn Error>> {
    // WebKitGTK lets no driver into a window that keeps nothing, so a test drives one that would.
    let driven = env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|value| value == "true");
    let window = WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title("Samsyn")
        .inner_size(1280.0, 860.0)
        .min_inner_size(900.0, 600.0)
        // Screen readers go silent in windows without the system's own frame.
        .decorations(true)
        .proxy_url(NOWHERE.parse()?)
        .incognito(!driven)
        .data_directory(store_folder.join("webview"))
        .general_autofill_enabled(false)
        .zoom_hotkeys_enabled(true)
        .disable_drag_drop_handler()
        .on_new_window(|_url, _features| NewWindowResponse::Deny)
        .devtools(cfg!(debug_assertions))
        .build()?;

    #[cfg(target_os = "linux")]
    window.with_webview(|page| check_spelling(&page.inner()))?;
    #[cfg(not(target_os = "linux"))]
    drop(window);
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
