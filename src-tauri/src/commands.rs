//! The door: what the page asks is handed to `samsyn-app`, on the store's thread, and nothing else happens here.
//!
//! All are async, since a synchronous Tauri command would hold the window's own thread.

use samsyn_app::{AppError, Code};
use serde_json::Value;
use tauri::ipc::Response;
use tauri::{AppHandle, State, async_runtime};

use crate::host;
use crate::printing::Printers;
use crate::saving::Saving;
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

/// The names of the system's printers.
#[tauri::command]
pub(crate) async fn list_printers() -> Result<Vec<String>, AppError> {
    apart(|| Printers::default().names()).await
}

/// Makes a document and prints it on one of the printers of [`list_printers`]. It is printed only after the store has entered
/// it, so that nothing leaves without standing in the utlämnandelogg.
#[tauri::command]
pub(crate) async fn print_document(
    store: State<'_, StoreThread>,
    command: String,
    request: Value,
    printer: String,
) -> Result<(), AppError> {
    let document = store.ask(move |app| app.call_for_bytes(&command, request)).await??;
    apart(move || Printers::default().print(&printer, &document)).await
}

/// Waits for the system on a thread of its own.
async fn apart<R: Send + 'static>(work: impl FnOnce() -> Result<R, AppError> + Send + 'static) -> Result<R, AppError> {
    async_runtime::spawn_blocking(work).await.map_err(|_| AppError::new(Code::Internal))?
}

/// The page's word, after `samsyn-saving`, that all it had has been saved.
#[tauri::command]
pub(crate) fn page_saved(saving: State<'_, Saving>, question: u32) {
    saving.page_has_saved(question);
}
