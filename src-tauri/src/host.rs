//! What the program asks of the system it runs on: a place to save, and no memory left on disk.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use samsyn_app::AppError;
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

/// A file beside the place takes the bytes first and then its name, so that a full disk never leaves half a document.
fn write_whole(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = place.parent().ok_or(io::ErrorKind::InvalidInput)?;
    // Made with mode 0600 from the first byte.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(place)?;
    Ok(())
}

/// A core dump would put the open store's key and texts on disk.
pub(crate) fn no_core_dumps() {
    #[cfg(unix)]
    if let Err(error) = rlimit::setrlimit(rlimit::Resource::CORE, 0, 0) {
        eprintln!("samsyn: core dumps could not be turned off: {error}");
    }
}

#[cfg(test)]
mod tests;
