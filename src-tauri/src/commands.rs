//! The door: what the page asks is handed to `samsyn-app`, on the store's thread, and nothing else happens here.
//!
//! All are async, since a synchronous Tauri command would hold the window's own thread.

use samsyn_app::AppError;
use serde_json::Value;
use tauri::ipc::Response;
use tauri::{AppHandle, State};

use crate::closing::Closing;
use crate::host;
use crate::store_thread::StoreThread;

/// Does one command of `samsyn-app`.
#[tauri::command]
pub(crate) async fn call(store: State<'_, StoreThread>, command: String, request: Value) -> Result<Value, AppError> {
    store.ask(move |app| app.call(&command, request)).await?
}

/// Does a command that answers with a document; its bytes go back as they are, not as JSON.
#[tauri::command]
pub(crate) async fn call_for_bytes(store: State<'_, StoreThread>, command: String, request: Value) -> Result<Response, AppError> {
    Ok(Response::new(store.ask(move |app| app.call_for_bytes(&command, request)).await??))
}

/// Makes a document, asks where it is to stand and writes it there. `name` is the proposed file name, without anything
/// personal. Answers whether it was saved: closing the dialog is no error.
#[tauri::command]
pub(crate) async fn save_document(
    window: AppHandle,
    store: State<'_, StoreThread>,
    command: String,
    request: Value,
    name: String,
) -> Result<bool, AppError> {
    let Some(place) = host::chosen_place(&window, name).await else { return Ok(false) };
    let document = store.ask(move |app| app.call_for_bytes(&command, request)).await??;
    host::write_document(&place, &document)?;
    Ok(true)
}

/// The page's word, after `samsyn-closing`, that all it had has been saved.
#[tauri::command]
pub(crate) fn close_window(closing: State<'_, Closing>) {
    closing.page_is_ready();
}
