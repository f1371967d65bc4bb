//! The first start on a machine that has no store yet.

use super::Window;

#[tokio::test]
async fn the_window_opens_and_the_page_reaches_the_program() {
    let window = Window::open().await;
    assert_eq!(window.run("return location.protocol").await, "tauri:");
    let status = window.run("return window.__TAURI_INTERNALS__.invoke('call', { command: 'store.status', request: {} })").await;
    assert_eq!(status["state"], "empty", "{status}");
    window.picture("first-start").await;
    window.close().await;
}

#[tokio::test]
async fn the_page_may_do_nothing_but_what_the_door_lets_through() {
    let window = Window::open().await;
    let refused = window
        .run(
            "const tried = ['plugin:window|set_title', 'plugin:event|listen', 'plugin:fs|read_file', 'plugin:shell|open', 'secret'];
             return Promise.all(tried.map((name) => window.__TAURI_INTERNALS__.invoke(name, {}).then(() => name, () => null)))
                 .then((done) => done.filter((name) => name !== null))",
        )
        .await;
    assert_eq!(refused, serde_json::json!([]), "these were let through");
    assert_eq!(window.run("return typeof window.__TAURI__").await, "undefined");
    window.close().await;
}
