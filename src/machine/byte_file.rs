//! A file that is held in memory: temporary files, and those of [`super::MemoryHost`].

use super::{HostError, Seek};

/// EINVAL of Linux.
const INVALID: i32 = 22;

/// EFBIG of Linux.
const TOO_BIG: i32 = 27;

/// The most bytes such a file may have.
const LARGEST: usize = 256 << 20;

/// Bytes and a position.
#[derive(Clone, Debug, Default)]
pub struct ByteFile {
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Where the next read or write begins; may lie behind the end.
    pub position: u64,
}

impl ByteFile {
    /// Reads from the position on; 0 bytes is the end.
    pub fn read(&mut self, buffer: &mut [u8]) -> usize {
        let rest = usize::try_from(self.position).ok().and_then(|at| self.bytes.get(at..)).unwrap_or(&[]);
        let count = rest.len().min(buffer.len());
        for (to, from) in buffer.iter_mut().zip(rest) {
            *to = *from;
        }
        self.position = self.position.saturating_add(u64::try_from(count).unwrap_or(0));
        count
    }

    /// Writes at the position, or at the end; a gap is filled with zeros.
    ///
    /// # Errors
    /// EFBIG beyond 256 MiB.
    pub fn write(&mut self, bytes: &[u8], append: bool) -> Result<(), HostError> {
        let at = if append { Some(self.bytes.len()) } else { usize::try_from(self.position).ok() };
        let range = at.and_then(|at| Some(at..at.checked_add(bytes.len())?)).filter(|range| range.end <= LARGEST);
        let Some(range) = range else { return Err(HostError::new(TOO_BIG)) };
        if self.bytes.len() < range.end {
            self.bytes.resize(range.end, 0);
        }
        self.position = u64::try_from(range.end).unwrap_or(u64::MAX);
        if let Some(place) = self.bytes.get_mut(range) {
            place.copy_from_slice(bytes);
        }
        Ok(())
    }

    /// Cuts it, or lengthens it by zeros; the position stays.
    ///
    /// # Errors
    /// EFBIG beyond 256 MiB.
    pub fn set_length(&mut self, length: u64) -> Result<(), HostError> {
        match usize::try_from(length) {
            Ok(length) if length <= LARGEST => {
                self.bytes.resize(length, 0);
                Ok(())
            }
            _ => Err(HostError::new(TOO_BIG)),
        }
    }

    /// Moves the position and tells it.
    ///
    /// # Errors
    /// EINVAL before the beginning.
    pub fn seek(&mut self, to: Seek) -> Result<u64, HostError> {
        let end = u64::try_from(self.bytes.len()).unwrap_or(u64::MAX);
        let position = match to {
            Seek::Start(at) => Some(at),
            Seek::Current(by) => self.position.checked_add_signed(by),
            Seek::End(by) => end.checked_add_signed(by),
        };
        self.position = position.ok_or(HostError::new(INVALID))?;
        Ok(self.position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reads_what_was_written_and_fills_gaps() {
        let mut file = ByteFile::default();
        file.write(b"abc", false).expect("fits");
        assert_eq!(file.seek(Seek::End(2)), Ok(5));
        file.write(b"x", false).expect("fits");
        assert_eq!(file.bytes, b"abc\0\0x");
        assert_eq!(file.seek(Seek::Start(1)), Ok(1));
        file.write(b"!", true).expect("fits");
        assert_eq!(file.seek(Seek::Current(-2)), Ok(5));
        let mut buffer = [0; 8];
        assert_eq!(file.read(&mut buffer), 2);
        assert_eq!(&buffer[..2], b"x!");
        assert_eq!(file.read(&mut buffer), 0);
        assert!(file.seek(Seek::Current(-100)).is_err());
        assert!(file.seek(Seek::Start(u64::MAX)).is_ok());
        assert!(file.write(b"far", false).is_err());
    }
}
