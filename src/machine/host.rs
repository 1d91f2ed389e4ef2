//! The world outside, through one trait.

/// Where output goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
}

/// An open file of the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileHandle(pub u32);

/// How a file is opened (`fopen`'s modes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct OpenMode {
    pub read: bool,
    pub write: bool,
    /// Every write goes to the end.
    pub append: bool,
    /// Emptied when opened.
    pub truncate: bool,
    /// Made if it is not there.
    pub create: bool,
    /// It is an error if it is there (`x`).
    pub exclusive: bool,
}

/// From where a position counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Seek {
    Start(u64),
    Current(i64),
    End(i64),
}

/// What the host refuses, as an errno value of Linux and words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostError {
    /// e.g. 2 (ENOENT), 13 (EACCES).
    pub errno: i32,
    /// The reader of standard output went away.
    pub broken_pipe: bool,
}

impl HostError {
    /// An error with this errno.
    pub fn new(errno: i32) -> HostError {
        HostError { errno, broken_pipe: false }
    }
}

/// What is known of a file besides its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct FileStatus {
    /// Its length; 0 for a folder.
    pub bytes: u64,
    /// It is a folder.
    pub is_folder: bool,
    /// The program may write it.
    pub is_writable: bool,
    /// When it was changed last, in nanoseconds since 1970-01-01 UTC.
    pub changed: i64,
}

/// The world outside. Everything a program can learn from it goes through
/// here, so that a run can be recorded and replayed.
pub trait Host {
    /// Waits for more standard input and puts it into `buffer`; 0 bytes is the end.
    ///
    /// # Errors
    /// What the host says.
    fn read_input(&mut self, buffer: &mut [u8]) -> Result<usize, HostError>;
    /// Writes all of `bytes`, visible at once.
    ///
    /// # Errors
    /// What the host says; a broken pipe is marked as such.
    fn write_output(&mut self, to: Output, bytes: &[u8]) -> Result<(), HostError>;
    /// Is this stream a terminal? (`None` is standard input.)
    fn is_terminal(&mut self, stream: Option<Output>) -> bool;
    /// Opens a file; `path` as the program gave it.
    ///
    /// # Errors
    /// What the host says, also when the path is outside what was granted.
    fn open(&mut self, path: &[u8], mode: OpenMode) -> Result<FileHandle, HostError>;
    /// Opens a temporary file that vanishes when it is closed.
    ///
    /// # Errors
    /// What the host says.
    fn open_temporary(&mut self) -> Result<FileHandle, HostError>;
    /// Reads; 0 bytes is the end of the file.
    ///
    /// # Errors
    /// What the host says.
    fn read(&mut self, file: FileHandle, buffer: &mut [u8]) -> Result<usize, HostError>;
    /// Writes all of `bytes`.
    ///
    /// # Errors
    /// What the host says.
    fn write(&mut self, file: FileHandle, bytes: &[u8]) -> Result<(), HostError>;
    /// Moves the position and tells it.
    ///
    /// # Errors
    /// What the host says.
    fn seek(&mut self, file: FileHandle, to: Seek) -> Result<u64, HostError>;
    /// Cuts or lengthens a file that is open for writing; what is new is zeros.
    ///
    /// # Errors
    /// What the host says.
    fn set_length(&mut self, file: FileHandle, length: u64) -> Result<(), HostError>;
    /// Closes.
    ///
    /// # Errors
    /// What the host says.
    fn close(&mut self, file: FileHandle) -> Result<(), HostError>;
    /// Removes a file (or an empty folder).
    ///
    /// # Errors
    /// What the host says.
    fn remove(&mut self, path: &[u8]) -> Result<(), HostError>;
    /// Renames a file.
    ///
    /// # Errors
    /// What the host says.
    fn rename(&mut self, from: &[u8], to: &[u8]) -> Result<(), HostError>;
    /// Tells what is known of a file or folder.
    ///
    /// # Errors
    /// What the host says.
    fn status(&mut self, path: &[u8]) -> Result<FileStatus, HostError>;
    /// Makes a folder.
    ///
    /// # Errors
    /// What the host says.
    fn make_folder(&mut self, path: &[u8]) -> Result<(), HostError>;
    /// The names in a folder, sorted, and which of them are folders.
    ///
    /// # Errors
    /// What the host says.
    fn entries(&mut self, path: &[u8]) -> Result<Vec<(Vec<u8>, bool)>, HostError>;
    /// Nanoseconds since 1970-01-01 UTC. `steps` for the fixed clock, which advances with them.
    fn now(&mut self, steps: u64) -> i64;
    /// Nanoseconds of processor time since the run began.
    fn processor_time(&mut self, steps: u64) -> i64;
    /// Seconds the local clock is ahead of UTC at a time (seconds since 1970).
    fn utc_offset(&mut self, time: i64) -> i32;
    /// Waits.
    fn sleep(&mut self, nanoseconds: u64);
    /// A variable of the environment, if it was granted.
    fn environment(&mut self, name: &[u8]) -> Option<Vec<u8>>;
    /// The names of all variables that were granted and are there, sorted.
    fn environment_names(&mut self) -> Vec<Vec<u8>>;
    /// Has the user asked to stop (Ctrl-C)? Asked often: must be cheap.
    fn interrupted(&mut self) -> bool;
    /// Seconds spent running so far, waiting for input left out (for the time limit).
    fn running_seconds(&mut self) -> f64;
}
