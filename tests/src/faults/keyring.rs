//! A keyring in files: it outlives a killed worker, and unlocking by it costs no key derivation.

use std::path::{Path, PathBuf};

use samsyn_store::{Keyring, KeyringError};
use zeroize::Zeroizing;

/// A folder with one file a secret. It keeps nothing safe, and is for stores of made-up people.
#[derive(Debug)]
pub struct FileKeyring(PathBuf);

impl FileKeyring {
    /// The keyring of a folder, which is made where there is none.
    ///
    /// # Panics
    /// When the folder cannot be made.
    pub fn at(folder: &Path) -> Self {
        fs_err::create_dir_all(folder).unwrap();
        Self(folder.to_owned())
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join(hex::encode(name))
    }
}

impl Keyring for FileKeyring {
    fn get(&self, name: &str) -> Result<Zeroizing<Vec<u8>>, KeyringError> {
        fs_err::read(self.file(name)).map(Zeroizing::new).map_err(|_| KeyringError::NotStored)
    }

    fn set(&self, name: &str, secret: &[u8]) -> Result<(), KeyringError> {
        // By a rename, so that a killed worker leaves the old secret or the new one. The seal is set beside the work.
        let beside = self.file(name).with_extension("half");
        fs_err::write(&beside, secret).and_then(|()| fs_err::rename(&beside, self.file(name))).map_err(|_| KeyringError::NotAvailable)
    }

    fn remove(&self, name: &str) -> Result<(), KeyringError> {
        match fs_err::remove_file(self.file(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(KeyringError::NotAvailable),
            _ => Ok(()),
        }
    }
}
