//! What the program asks of the system it runs on: a place to save.

use std::path::{Path, PathBuf};

use samsyn_app::{AppError, write_whole};
use tauri::{AppHandle, async_runtime};

/// Asks where a document is to stand; nothing where the dialog was closed.
///
/// `name` is the proposal; only its last part is used, so that a proposal never names a folder.
pub(crate) async fn chosen_place(app: &AppHandle, name: String) -> Option<PathBuf> {
    let name = Path::new(&name).file_name()?.to_string_lossy().into_owned();
    let (answer, mut answered) = async_runtime::channel(1);
    // Some systems let only the window's own thread open a dialog; none lets it wait there.
    app.run_on_main_thread(move || {
        let ending = Path::new(&name).extension().unwrap_or_default().to_string_lossy().into_owned();
        let dialog = rfd::AsyncFileDialog::new().set_file_name(name).add_filter(ending.to_uppercase(), &[ending]).save_file();
        async_runtime::spawn(async move {
            let _ = answer.send(dialog.await).await;
        });
    })
    .ok()?;
    answered.recv().await.flatten().map(|file| file.path().to_owned())
}

/// Writes a document whole or not at all, readable by its owner alone. The error says nothing of the place: a folder's
/// name can be a person's.
pub(crate) fn write_document(place: &Path, document: &[u8]) -> Result<(), AppError> {
    Ok(write_whole(place, document)?)
}

#[cfg(test)]
mod tests;
