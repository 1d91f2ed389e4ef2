//! How source text and headers are read. The library opens no file itself.

use std::collections::BTreeMap;

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// There is no such file.
    NotFound,
    /// It is there and cannot be read; the text is the system's.
    Unreadable(String),
}

/// Where sources and headers come from: a folder on disk, or a table in memory.
pub trait Files {
    /// The bytes of the file at `path`, a path with `/` as given by the user or
    /// joined from an including file's folder.
    ///
    /// # Errors
    /// [`ReadError::NotFound`] if there is none (the search goes on in the next
    /// folder), [`ReadError::Unreadable`] if it exists and cannot be read.
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError>;
}

/// Files held in memory, for tests and for a page in a browser.
#[derive(Clone, Debug, Default)]
pub struct MemoryFiles {
    files: BTreeMap<String, Vec<u8>>,
}

impl MemoryFiles {
    /// Adds or replaces a file.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }
}

impl Files for MemoryFiles {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        self.files.get(path).cloned().ok_or(ReadError::NotFound)
    }
}
