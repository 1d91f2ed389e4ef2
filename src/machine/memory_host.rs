//! A world held in memory, for tests and for a page in a browser.

use super::{ByteFile, FileHandle, FileStatus, FixedClock, Host, HostError, OpenMode, Output, Seek};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

/// errno values of Linux.
const NOT_FOUND: i32 = 2;
const BAD_HANDLE: i32 = 9;
const EXISTS: i32 = 17;
const NO_FOLDER: i32 = 20;
const IS_FOLDER: i32 = 21;
const NOT_EMPTY: i32 = 39;

/// What such a world holds. Whoever made the host keeps a handle on it and reads
/// the output when the run is over.
#[derive(Clone, Debug, Default)]
pub struct MemoryWorld {
    /// What standard input still has to give; each entry is what one read waits for.
    pub input: VecDeque<Vec<u8>>,
    /// What was written to standard output.
    pub stdout: Vec<u8>,
    /// What was written to standard error.
    pub stderr: Vec<u8>,
    /// Files, by path.
    pub files: BTreeMap<Vec<u8>, Vec<u8>>,
    /// Folders, by path.
    pub folders: BTreeSet<Vec<u8>>,
    /// Variables of the environment.
    pub environment: BTreeMap<Vec<u8>, Vec<u8>>,
    /// Standard input and output say they are a terminal.
    pub terminal: bool,
    /// The user asks to stop.
    pub interrupted: bool,
}

/// A host that touches nothing outside; its clock is the fixed one.
#[derive(Debug, Default)]
pub struct MemoryHost {
    world: Rc<RefCell<MemoryWorld>>,
    clock: FixedClock,
    open: BTreeMap<FileHandle, OpenFile>,
    opened: u32,
}

/// An open file. Its bytes go back into the world with every write.
#[derive(Debug)]
struct OpenFile {
    /// Its name; `None` for a temporary file.
    path: Option<Vec<u8>>,
    append: bool,
    file: ByteFile,
}

impl MemoryHost {
    /// A host for this world.
    pub fn new(world: Rc<RefCell<MemoryWorld>>) -> MemoryHost {
        MemoryHost { world, ..MemoryHost::default() }
    }

    /// A host with this standard input, and the handle on its world.
    pub fn with_input(input: &[u8]) -> (MemoryHost, Rc<RefCell<MemoryWorld>>) {
        let world = MemoryWorld { input: VecDeque::from([input.to_vec()]), ..MemoryWorld::default() };
        let world = Rc::new(RefCell::new(world));
        (MemoryHost::new(Rc::clone(&world)), world)
    }

    fn add(&mut self, open: OpenFile) -> FileHandle {
        self.opened = self.opened.saturating_add(1);
        let handle = FileHandle(self.opened);
        self.open.insert(handle, open);
        handle
    }

    /// The open file, with the bytes its path has now.
    fn refreshed(&mut self, file: FileHandle) -> Result<&mut OpenFile, HostError> {
        let open = self.open.get_mut(&file).ok_or(HostError::new(BAD_HANDLE))?;
        if let Some(path) = &open.path
            && let Some(bytes) = self.world.borrow().files.get(path)
        {
            open.file.bytes.clone_from(bytes);
        }
        Ok(open)
    }
}

/// The name under which a path is kept: below the current folder, without `./` and a slash at the end.
fn key(path: &[u8]) -> &[u8] {
    let mut path = path.strip_prefix(b"/").unwrap_or(path);
    while let Some(rest) = path.strip_prefix(b"./") {
        path = rest;
    }
    let path = path.strip_suffix(b"/").unwrap_or(path);
    if path == b"." { b"" } else { path }
}

impl MemoryWorld {
    fn is_folder(&self, path: &[u8]) -> bool {
        path.is_empty() || self.folders.contains(path)
    }

    /// The names directly in a folder, and which of them are folders.
    fn names_in(&self, folder: &[u8]) -> BTreeMap<Vec<u8>, bool> {
        let below = |path: &[u8]| {
            let rest = path.strip_prefix(folder)?;
            let name = if folder.is_empty() { rest } else { rest.strip_prefix(b"/")? };
            (!name.is_empty() && !name.contains(&b'/')).then(|| name.to_vec())
        };
        let files = self.files.keys().filter_map(|path| Some((below(path)?, false)));
        files.chain(self.folders.iter().filter_map(|path| Some((below(path)?, true)))).collect()
    }
}

impl Host for MemoryHost {
    fn read_input(&mut self, buffer: &mut [u8]) -> Result<usize, HostError> {
        let mut world = self.world.borrow_mut();
        while let Some(chunk) = world.input.front_mut() {
            let count = chunk.len().min(buffer.len());
            for (to, from) in buffer.iter_mut().zip(chunk.drain(..count)) {
                *to = from;
            }
            if chunk.is_empty() {
                world.input.pop_front();
            }
            if count > 0 || buffer.is_empty() {
                return Ok(count);
            }
        }
        Ok(0)
    }

    fn write_output(&mut self, to: Output, bytes: &[u8]) -> Result<(), HostError> {
        let mut world = self.world.borrow_mut();
        match to {
            Output::Stdout => world.stdout.extend_from_slice(bytes),
            Output::Stderr => world.stderr.extend_from_slice(bytes),
        }
        Ok(())
    }

    fn is_terminal(&mut self, _: Option<Output>) -> bool {
        self.world.borrow().terminal
    }

    fn open(&mut self, path: &[u8], mode: OpenMode) -> Result<FileHandle, HostError> {
        let path = key(path);
        let bytes = {
            let mut world = self.world.borrow_mut();
            if world.is_folder(path) {
                return Err(HostError::new(IS_FOLDER));
            }
            match world.files.get_mut(path) {
                Some(_) if mode.exclusive => return Err(HostError::new(EXISTS)),
                None if !mode.create => return Err(HostError::new(NOT_FOUND)),
                Some(bytes) if mode.truncate => bytes.clear(),
                Some(_) => {}
                None => {
                    world.files.insert(path.to_vec(), Vec::new());
                }
            }
            world.files.get(path).cloned().unwrap_or_default()
        };
        let file = ByteFile { bytes, position: 0 };
        Ok(self.add(OpenFile { path: Some(path.to_vec()), append: mode.append, file }))
    }

    fn open_temporary(&mut self) -> Result<FileHandle, HostError> {
        Ok(self.add(OpenFile { path: None, append: false, file: ByteFile::default() }))
    }

    fn read(&mut self, file: FileHandle, buffer: &mut [u8]) -> Result<usize, HostError> {
        Ok(self.refreshed(file)?.file.read(buffer))
    }

    fn write(&mut self, file: FileHandle, bytes: &[u8]) -> Result<(), HostError> {
        let open = self.refreshed(file)?;
        open.file.write(bytes, open.append)?;
        if let Some(path) = open.path.clone() {
            let bytes = open.file.bytes.clone();
            self.world.borrow_mut().files.insert(path, bytes);
        }
        Ok(())
    }

    fn seek(&mut self, file: FileHandle, to: Seek) -> Result<u64, HostError> {
        self.refreshed(file)?.file.seek(to)
    }

    fn set_length(&mut self, file: FileHandle, length: u64) -> Result<(), HostError> {
        let open = self.refreshed(file)?;
        open.file.set_length(length)?;
        if let Some(path) = open.path.clone() {
            let bytes = open.file.bytes.clone();
            self.world.borrow_mut().files.insert(path, bytes);
        }
        Ok(())
    }

    fn close(&mut self, file: FileHandle) -> Result<(), HostError> {
        self.open.remove(&file).map(|_| ()).ok_or(HostError::new(BAD_HANDLE))
    }

    fn remove(&mut self, path: &[u8]) -> Result<(), HostError> {
        let path = key(path);
        let mut world = self.world.borrow_mut();
        if world.folders.contains(path) {
            if !world.names_in(path).is_empty() {
                return Err(HostError::new(NOT_EMPTY));
            }
            world.folders.remove(path);
            return Ok(());
        }
        world.files.remove(path).map(|_| ()).ok_or(HostError::new(NOT_FOUND))
    }

    fn rename(&mut self, from: &[u8], to: &[u8]) -> Result<(), HostError> {
        let mut world = self.world.borrow_mut();
        let bytes = world.files.remove(key(from)).ok_or(HostError::new(NOT_FOUND))?;
        world.files.insert(key(to).to_vec(), bytes);
        Ok(())
    }

    fn status(&mut self, path: &[u8]) -> Result<FileStatus, HostError> {
        let world = self.world.borrow();
        let path = key(path);
        let status = FileStatus { is_writable: true, changed: self.clock.now(0), ..FileStatus::default() };
        match world.files.get(path) {
            Some(bytes) => Ok(FileStatus { bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX), ..status }),
            None if world.is_folder(path) => Ok(FileStatus { is_folder: true, ..status }),
            None => Err(HostError::new(NOT_FOUND)),
        }
    }

    fn make_folder(&mut self, path: &[u8]) -> Result<(), HostError> {
        let path = key(path);
        let mut world = self.world.borrow_mut();
        if world.is_folder(path) || world.files.contains_key(path) {
            return Err(HostError::new(EXISTS));
        }
        world.folders.insert(path.to_vec());
        Ok(())
    }

    fn entries(&mut self, path: &[u8]) -> Result<Vec<(Vec<u8>, bool)>, HostError> {
        let world = self.world.borrow();
        let path = key(path);
        if !world.is_folder(path) {
            let number = if world.files.contains_key(path) { NO_FOLDER } else { NOT_FOUND };
            return Err(HostError::new(number));
        }
        Ok(world.names_in(path).into_iter().collect())
    }

    fn now(&mut self, steps: u64) -> i64 {
        self.clock.now(steps)
    }

    fn processor_time(&mut self, steps: u64) -> i64 {
        self.clock.processor_time(steps)
    }

    fn utc_offset(&mut self, _: i64) -> i32 {
        0
    }

    fn sleep(&mut self, nanoseconds: u64) {
        self.clock.sleep(nanoseconds);
    }

    fn environment(&mut self, name: &[u8]) -> Option<Vec<u8>> {
        self.world.borrow().environment.get(name).cloned()
    }

    fn environment_names(&mut self) -> Vec<Vec<u8>> {
        self.world.borrow().environment.keys().cloned().collect()
    }

    fn interrupted(&mut self) -> bool {
        self.world.borrow().interrupted
    }

    fn running_seconds(&mut self) -> f64 {
        // No clock is at hand: a time limit is not for this host.
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRITE: OpenMode =
        OpenMode { read: false, write: true, append: false, truncate: true, create: true, exclusive: false };
    const READ: OpenMode =
        OpenMode { read: true, write: false, append: false, truncate: false, create: false, exclusive: false };

    #[test]
    fn files_live_in_the_world() {
        let (mut host, world) = MemoryHost::with_input(b"");
        assert_eq!(host.open(b"a", READ), Err(HostError::new(NOT_FOUND)));
        let out = host.open(b"a", WRITE).expect("made");
        host.write(out, b"hello").expect("open");
        let input = host.open(b"a", READ).expect("there");
        let mut buffer = [0; 16];
        assert_eq!(host.read(input, &mut buffer), Ok(5));
        host.write(out, b"!").expect("open");
        assert_eq!(host.read(input, &mut buffer), Ok(1));
        host.close(out).expect("open");
        assert_eq!(host.write(out, b"x"), Err(HostError::new(BAD_HANDLE)));
        host.rename(b"a", b"b").expect("there");
        assert_eq!(world.borrow().files.get(b"b".as_slice()).map(Vec::as_slice), Some(b"hello!".as_slice()));
    }

    #[test]
    fn input_comes_in_the_chunks_it_was_given_in() {
        let (mut host, world) = MemoryHost::with_input(b"one\n");
        world.borrow_mut().input.push_back(b"two".to_vec());
        let mut buffer = [0; 3];
        assert_eq!(host.read_input(&mut buffer), Ok(3));
        assert_eq!(host.read_input(&mut buffer), Ok(1));
        assert_eq!(host.read_input(&mut buffer), Ok(3));
        assert_eq!(&buffer, b"two");
        assert_eq!(host.read_input(&mut buffer), Ok(0));
    }
}
