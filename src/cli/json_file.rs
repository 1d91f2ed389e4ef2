//! The file of `--json`: tried before the run, replaced atomically after it.

use super::UsageError;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// A file that can be written.
#[derive(Debug)]
pub struct JsonFile {
    /// Behind all links.
    path: PathBuf,
    /// Something that is no file (`/dev/stdout`, a pipe) is written to, not replaced.
    special: bool,
}

impl JsonFile {
    /// Makes sure that the file can be written, without changing it.
    ///
    /// # Errors
    /// If it cannot.
    pub fn prepare(path: &Path) -> Result<JsonFile, UsageError> {
        let wrong = |why: &str| UsageError(format!("'{}' cannot be written: {why}", path.display()));
        if path == Path::new("-") {
            return Err(wrong("--json needs a file; '/dev/stdout' is one"));
        }
        let prepared = match fs::metadata(path) {
            Ok(found) if found.is_dir() => return Err(wrong("it is a folder")),
            Ok(found) if found.is_file() => {
                let real = fs::canonicalize(path).map_err(|error| wrong(&error.to_string()))?;
                JsonFile { path: real, special: false }
            }
            Ok(_) => return Ok(JsonFile { path: path.to_owned(), special: true }),
            Err(error) if error.kind() == ErrorKind::NotFound => JsonFile { path: path.to_owned(), special: false },
            Err(error) => return Err(wrong(&error.to_string())),
        };
        match prepared.draft().and_then(|(name, _)| fs::remove_file(name)) {
            Ok(()) => Ok(prepared),
            Err(error) if error.kind() == ErrorKind::NotFound => Err(wrong("there is no such folder")),
            Err(error) => Err(wrong(&error.to_string())),
        }
    }

    /// Writes the text: readers see the old file or the new one, never a part.
    ///
    /// # Errors
    /// What the system says.
    pub fn write(&self, text: &str) -> Result<(), UsageError> {
        let written = if self.special {
            OpenOptions::new().write(true).open(&self.path).and_then(|mut file| file.write_all(text.as_bytes()))
        } else {
            self.replace(text)
        };
        written.map_err(|error| UsageError(format!("'{}' cannot be written: {error}", self.path.display())))
    }

    fn replace(&self, text: &str) -> io::Result<()> {
        let (name, mut file) = self.draft()?;
        let written = file.write_all(text.as_bytes()).and_then(|()| {
            if let Ok(old) = fs::metadata(&self.path) {
                file.set_permissions(old.permissions())?;
            }
            drop(file);
            fs::rename(&name, &self.path)
        });
        if written.is_err() {
            // The draft is of no use to anybody; the error that counts is the first.
            let _ = fs::remove_file(&name);
        }
        written
    }

    /// A new file in the same folder.
    fn draft(&self) -> io::Result<(PathBuf, File)> {
        let folder = match self.path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        for attempt in 0..100 {
            let draft = folder.join(format!(".{name}.{}-{attempt}", std::process::id()));
            match OpenOptions::new().write(true).create_new(true).open(&draft) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
                Ok(file) => return Ok((draft, file)),
            }
        }
        Err(io::Error::from(ErrorKind::AlreadyExists))
    }
}
