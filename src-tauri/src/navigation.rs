//! Keeps the page in the program. A content security policy stops what the page loads, not where it goes:
//! `location.href = "https://…"` would carry data away, so every other address is refused here.

use tauri::Url;
use tauri::Wry;
use tauri::plugin::{Builder, TauriPlugin};

/// The plugin that refuses to leave.
pub(crate) fn guard() -> TauriPlugin<Wry> {
    Builder::new("navigation-guard").on_navigation(|_webview, url| is_own(url)).build()
}

/// The page's own addresses: `tauri://` here, `tauri.localhost` on Windows, the development server while developing.
fn is_own(url: &Url) -> bool {
    let development = cfg!(dev) && url.host_str() == Some("localhost") && url.port() == Some(1420);
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost") || development,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
