//! A file that somebody is to keep: a paper, a calendar file, a case for a colleague.

use std::io::{self, Write as _};
use std::path::Path;

/// Writes a file whole or not at all, readable by its owner alone. Once it comes back, no power cut takes the file away.
///
/// A file beside the place takes the bytes first and then its name, so that neither a full disk nor a power cut leaves half a
/// document.
pub fn write_whole(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = place.parent().ok_or(io::ErrorKind::InvalidInput)?;
    // Made with mode 0600 from the first byte.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(place)?;
    // The new name is lasting when its folder is. Only unix has a folder that can be synced, and not every file system of it
    // (a network drive, a USB stick) can: the document is there then as well.
    if cfg!(unix) {
        let _ = fs_err::File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}
