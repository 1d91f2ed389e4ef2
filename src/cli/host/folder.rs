//! The files a program may use: those below one folder, which cap-std keeps it in.

use super::errno::{BAD_HANDLE, DENIED, from_io};
use cap_std::ambient_authority;
use cap_std::fs::{Dir, File, OpenOptions};
use cglass::machine::{ByteFile, FileHandle, FileStatus, HostError, OpenMode, Seek};
use std::collections::BTreeMap;
use std::io::{self, Read, Seek as _, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What may be done with files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Nothing.
    None,
    /// Only reading.
    ReadOnly,
    /// Everything.
    ReadWrite,
}

/// An open file. Temporary ones are in memory, so that nothing is left behind.
enum OpenFile {
    Disk(File),
    Temporary(ByteFile),
}

/// The folder with the files that are open.
pub struct Folder {
    dir: Option<Dir>,
    /// Its absolute path: what lies below it may be named so too.
    root: PathBuf,
    access: Access,
    open: BTreeMap<FileHandle, OpenFile>,
    opened: u32,
}

impl Folder {
    /// The folder at this path.
    ///
    /// # Errors
    /// If it cannot be opened.
    pub fn new(path: &Path, access: Access) -> io::Result<Folder> {
        let dir = match access {
            Access::None => None,
            Access::ReadOnly | Access::ReadWrite => Some(Dir::open_ambient_dir(path, ambient_authority())?),
        };
        let root = path.canonicalize().unwrap_or_default();
        Ok(Folder { dir, root, access, open: BTreeMap::new(), opened: 0 })
    }

    fn dir(&self, writing: bool) -> Result<&Dir, HostError> {
        match &self.dir {
            Some(dir) if !writing || self.access == Access::ReadWrite => Ok(dir),
            _ => Err(HostError::new(DENIED)),
        }
    }

    /// The path as it is below the folder.
    fn below(&self, path: &[u8]) -> Result<PathBuf, HostError> {
        let path = to_path(path).ok_or(HostError::new(DENIED))?;
        match path.strip_prefix(&self.root) {
            _ if path == Path::new("/") => Ok(".".into()),
            Ok(rest) if path.is_absolute() => Ok(if rest.as_os_str().is_empty() { ".".into() } else { rest.into() }),
            _ => Ok(path),
        }
    }

    fn add(&mut self, file: OpenFile) -> FileHandle {
        self.opened = self.opened.saturating_add(1);
        let handle = FileHandle(self.opened);
        self.open.insert(handle, file);
        handle
    }

    fn file(&mut self, file: FileHandle) -> Result<&mut OpenFile, HostError> {
        self.open.get_mut(&file).ok_or(HostError::new(BAD_HANDLE))
    }

    /// Opens a file below the folder.
    pub fn open(&mut self, path: &[u8], mode: OpenMode) -> Result<FileHandle, HostError> {
        let path = self.below(path)?;
        let dir = self.dir(mode.write || mode.append)?;
        let mut options = OpenOptions::new();
        options.read(mode.read).append(mode.append).write(mode.write && !mode.append);
        options.truncate(mode.truncate && !mode.append);
        if mode.exclusive {
            options.create_new(true);
        } else {
            options.create(mode.create);
        }
        let file = dir.open_with(path, &options).map_err(|error| from_io(&error))?;
        Ok(self.add(OpenFile::Disk(file)))
    }

    /// Opens a temporary file.
    pub fn open_temporary(&mut self) -> FileHandle {
        self.add(OpenFile::Temporary(ByteFile::default()))
    }

    /// Reads from an open file.
    pub fn read(&mut self, file: FileHandle, buffer: &mut [u8]) -> Result<usize, HostError> {
        match self.file(file)? {
            OpenFile::Disk(file) => file.read(buffer).map_err(|error| from_io(&error)),
            OpenFile::Temporary(file) => Ok(file.read(buffer)),
        }
    }

    /// Writes all bytes to an open file.
    pub fn write(&mut self, file: FileHandle, bytes: &[u8]) -> Result<(), HostError> {
        match self.file(file)? {
            OpenFile::Disk(file) => file.write_all(bytes).map_err(|error| from_io(&error)),
            OpenFile::Temporary(file) => file.write(bytes, false),
        }
    }

    /// Moves the position of an open file.
    pub fn seek(&mut self, file: FileHandle, to: Seek) -> Result<u64, HostError> {
        match self.file(file)? {
            OpenFile::Temporary(file) => file.seek(to),
            OpenFile::Disk(file) => {
                let to = match to {
                    Seek::Start(at) => SeekFrom::Start(at),
                    Seek::Current(by) => SeekFrom::Current(by),
                    Seek::End(by) => SeekFrom::End(by),
                };
                file.seek(to).map_err(|error| from_io(&error))
            }
        }
    }

    /// Cuts or lengthens a file.
    ///
    /// # Errors
    /// What the system says.
    pub fn set_length(&mut self, file: FileHandle, length: u64) -> Result<(), HostError> {
        match self.file(file)? {
            OpenFile::Temporary(file) => file.set_length(length),
            OpenFile::Disk(file) => file.set_len(length).map_err(|error| from_io(&error)),
        }
    }

    /// Closes a file.
    pub fn close(&mut self, file: FileHandle) -> Result<(), HostError> {
        self.open.remove(&file).map(|_| ()).ok_or(HostError::new(BAD_HANDLE))
    }

    /// Removes a file or an empty folder.
    pub fn remove(&mut self, path: &[u8]) -> Result<(), HostError> {
        let path = self.below(path)?;
        let dir = self.dir(true)?;
        let is_folder = dir.symlink_metadata(&path).map_err(|error| from_io(&error))?.is_dir();
        let removed = if is_folder { dir.remove_dir(&path) } else { dir.remove_file(&path) };
        removed.map_err(|error| from_io(&error))
    }

    /// Renames a file.
    pub fn rename(&mut self, from: &[u8], to: &[u8]) -> Result<(), HostError> {
        let (from, to) = (self.below(from)?, self.below(to)?);
        let dir = self.dir(true)?;
        dir.rename(from, dir, to).map_err(|error| from_io(&error))
    }
}

impl Folder {
    /// What is known of a file or folder.
    pub fn status(&self, path: &[u8]) -> Result<FileStatus, HostError> {
        let found = self.dir(false)?.metadata(self.below(path)?).map_err(|error| from_io(&error))?;
        let since = found.modified().ok().and_then(|time| time.into_std().duration_since(SystemTime::UNIX_EPOCH).ok());
        Ok(FileStatus {
            bytes: if found.is_dir() { 0 } else { found.len() },
            is_folder: found.is_dir(),
            is_writable: self.access == Access::ReadWrite && !found.permissions().readonly(),
            changed: since.and_then(|since| i64::try_from(since.as_nanos()).ok()).unwrap_or(0),
        })
    }

    /// Makes a folder.
    pub fn make_folder(&self, path: &[u8]) -> Result<(), HostError> {
        let path = self.below(path)?;
        self.dir(true)?.create_dir(path).map_err(|error| from_io(&error))
    }

    /// The names in a folder, sorted, and which of them are folders.
    pub fn entries(&self, path: &[u8]) -> Result<Vec<(Vec<u8>, bool)>, HostError> {
        let mut names = Vec::new();
        for entry in self.dir(false)?.read_dir(self.below(path)?).map_err(|error| from_io(&error))? {
            let entry = entry.map_err(|error| from_io(&error))?;
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            names.push((entry.file_name().into_encoded_bytes(), is_folder));
        }
        names.sort();
        Ok(names)
    }
}

/// A path as the program wrote it.
#[cfg(unix)]
fn to_path(bytes: &[u8]) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStrExt;
    Some(PathBuf::from(std::ffi::OsStr::from_bytes(bytes)))
}

/// A path as the program wrote it.
#[cfg(not(unix))]
fn to_path(bytes: &[u8]) -> Option<PathBuf> {
    std::str::from_utf8(bytes).ok().map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::host::errno::NOT_FOUND;

    const WRITE: OpenMode =
        OpenMode { read: false, write: true, append: false, truncate: true, create: true, exclusive: false };
    const READ: OpenMode =
        OpenMode { read: true, write: false, append: false, truncate: false, create: false, exclusive: false };

    fn scratch(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("cglass-folder-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).expect("writable");
        path
    }

    #[test]
    fn files_below_the_folder_can_be_used_and_no_others() {
        let root = scratch("rw");
        let mut folder = Folder::new(&root, Access::ReadWrite).expect("there");
        let file = folder.open(b"a.txt", WRITE).expect("made");
        folder.write(file, b"hello").expect("open");
        folder.close(file).expect("open");
        folder.rename(b"a.txt", b"b.txt").expect("there");
        let absolute = root.canonicalize().expect("there").join("b.txt");
        let file = folder.open(absolute.to_str().expect("text").as_bytes(), READ).expect("below the root");
        let mut buffer = [0; 8];
        assert_eq!(folder.seek(file, Seek::End(-2)), Ok(3));
        assert_eq!(folder.read(file, &mut buffer), Ok(2));
        assert_eq!(folder.open(b"a.txt", READ), Err(HostError::new(NOT_FOUND)));
        for outside in [b"/etc/passwd".as_slice(), b"../x", b"a/../../x"] {
            assert!(folder.open(outside, READ).is_err());
            assert!(folder.open(outside, WRITE).is_err());
        }
        folder.remove(b"b.txt").expect("there");
        assert_eq!(folder.remove(b"b.txt"), Err(HostError::new(NOT_FOUND)));
        std::fs::remove_dir_all(root).expect("ours");
    }

    #[test]
    fn what_was_not_granted_is_denied() {
        let root = scratch("ro");
        std::fs::write(root.join("a.txt"), "x").expect("writable");
        let mut folder = Folder::new(&root, Access::ReadOnly).expect("there");
        assert!(folder.open(b"a.txt", READ).is_ok());
        assert_eq!(folder.open(b"a.txt", WRITE), Err(HostError::new(DENIED)));
        assert_eq!(folder.remove(b"a.txt"), Err(HostError::new(DENIED)));
        let mut none = Folder::new(&root, Access::None).expect("not looked at");
        assert_eq!(none.open(b"a.txt", READ), Err(HostError::new(DENIED)));
        let file = none.open_temporary();
        assert!(none.write(file, b"x").is_ok());
        std::fs::remove_dir_all(root).expect("ours");
    }
}
