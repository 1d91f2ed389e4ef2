//! `stdio.h` (7.21 and POSIX's additions).
//!
//! `stream` is what a `FILE *` stands for, `transfer` moves bytes through its
//! buffer; the other files hold the functions, by the clauses of the standard.

mod block;
mod buffering;
mod characters;
mod descriptor;
mod lines;
mod memory_stream;
mod open;
mod position;
mod print;
mod read;
mod stream;
#[cfg(test)]
mod tests;
pub(super) mod transfer;
mod wide;
mod wide_format;

pub(super) use descriptor::{Behind, file_behind};
pub(super) use print::formatted;
pub use stream::{OpenFile, Streams, given_to_streams, lost_buffers, open_files};
pub(super) use transfer::answer;
pub use transfer::{flush_all, output_gone};

use super::call::{Action, Context, Row};
use super::state::{State, Static};
use crate::machine::{Stop, Value};

/// So many streams may be open at once, the three standard ones included.
const STREAMS_MAX: u32 = 256;

/// Its objects: what a `FILE *` points to (as large as glibc's, for those who ask;
/// nothing in it means anything), and tmpnam's name.
pub(super) const STATICS: &[Static] = &[
    Static { name: "FILE", size: 216, align: 8, count: STREAMS_MAX, read_only: false },
    Static { name: "tmpnam", size: open::NAME_SIZE, align: 1, count: 1, read_only: false },
];

/// What a variable of this header starts with; `None` if it has none of this name.
pub(super) fn global_value(name: &str, state: &State) -> Option<Value> {
    let number = match name {
        "stdin" => stream::STDIN,
        "stdout" => stream::STDOUT,
        "stderr" => stream::STDERR,
        _ => return None,
    };
    Some(Value::Pointer(state.streams.place(number)))
}

/// Writes a line that the library itself has to say to standard error.
///
/// # Errors
/// If a finding or the limit of output ends the run.
pub(super) fn to_stderr(context: &mut Context<'_>, line: &[u8]) -> Result<(), Stop> {
    transfer::write_bytes(context, stream::STDERR, line).map(drop)
}

macro_rules! rows {
    ($header:literal: $($name:literal $function:path;)*) => {
        &[$(Row { name: $name, header: $header, action: Action::Full($function) }),*]
    };
}

/// What of `unistd.h` works on the streams themselves.
pub(super) const DESCRIPTOR_ROWS: &[Row] = rows! { "unistd.h":
    "close" descriptor::close;
    "fsync" descriptor::fsync;
    "ftruncate" descriptor::ftruncate;
    "truncate" descriptor::truncate;
    "lseek" descriptor::lseek;
    "read" descriptor::read;
    "write" descriptor::write;
};

/// What of `fcntl.h` does.
pub(super) const FILE_ROWS: &[Row] = rows! { "fcntl.h":
    "creat" descriptor::creat;
    "open" descriptor::open;
};

/// What of `stdlib.h` does.
pub(super) const TEMPORARY_ROWS: &[Row] = rows! { "stdlib.h":
    "mkstemp" descriptor::mkstemp;
};

/// The functions of `wchar.h` that read and write streams or formats (7.29.2, 7.29.3).
pub(super) const WIDE_ROWS: &[Row] = rows! { "wchar.h":
    "fgetwc" wide::fgetwc;
    "fgetws" wide::fgetws;
    "fputwc" wide::fputwc;
    "fputws" wide::fputws;
    "fwide" wide::fwide;
    "fwprintf" wide_format::fwprintf;
    "fwscanf" wide_format::fwscanf;
    "getwc" wide::fgetwc;
    "getwchar" wide::getwchar;
    "putwc" wide::fputwc;
    "putwchar" wide::putwchar;
    "swprintf" wide_format::swprintf;
    "swscanf" wide_format::swscanf;
    "ungetwc" wide::ungetwc;
    "vfwprintf" wide_format::vfwprintf;
    "vfwscanf" wide_format::vfwscanf;
    "vswprintf" wide_format::vswprintf;
    "vswscanf" wide_format::vswscanf;
    "vwprintf" wide_format::vwprintf;
    "vwscanf" wide_format::vwscanf;
    "wprintf" wide_format::wprintf;
    "wscanf" wide_format::wscanf;
};

/// Its functions.
pub(super) const ROWS: &[Row] = rows! { "stdio.h":
    "asprintf" print::asprintf;
    "clearerr" position::clearerr;
    "clearerr_unlocked" position::clearerr;
    "dprintf" print::dprintf;
    "fclose" open::fclose;
    "fdopen" descriptor::fdopen;
    "feof" position::feof;
    "feof_unlocked" position::feof;
    "ferror" position::ferror;
    "ferror_unlocked" position::ferror;
    "fflush" position::fflush;
    "fflush_unlocked" position::fflush;
    "fgetc" characters::fgetc;
    "fgetc_unlocked" characters::fgetc;
    "fgetpos" position::fgetpos;
    "fgets" lines::fgets;
    "fgets_unlocked" lines::fgets;
    "fileno" position::fileno;
    "fileno_unlocked" position::fileno;
    "flockfile" position::lock;
    "fmemopen" memory_stream::fmemopen;
    "fopen" open::fopen;
    "fprintf" print::fprintf;
    "fputc" characters::fputc;
    "fputc_unlocked" characters::fputc;
    "fputs" characters::fputs;
    "fputs_unlocked" characters::fputs;
    "fread" block::fread;
    "fread_unlocked" block::fread;
    "freopen" open::freopen;
    "fscanf" read::fscanf;
    "fseek" position::fseek;
    "fseeko" position::fseek;
    "fsetpos" position::fsetpos;
    "ftell" position::ftell;
    "ftello" position::ftell;
    "ftrylockfile" position::lock;
    "funlockfile" position::lock;
    "fwrite" block::fwrite;
    "fwrite_unlocked" block::fwrite;
    "getc" characters::fgetc;
    "getc_unlocked" characters::fgetc;
    "getchar" characters::getchar;
    "getchar_unlocked" characters::getchar;
    "getdelim" lines::getdelim;
    "getline" lines::getline;
    "gets" lines::gets;
    "getw" characters::getw;
    "open_memstream" memory_stream::open_memstream;
    "perror" characters::perror;
    "printf" print::printf;
    "putc" characters::fputc;
    "putc_unlocked" characters::fputc;
    "putchar" characters::putchar;
    "putchar_unlocked" characters::putchar;
    "puts" characters::puts;
    "putw" characters::putw;
    "remove" open::remove;
    "rename" open::rename;
    "rewind" position::rewind;
    "scanf" read::scanf;
    "setbuf" buffering::setbuf;
    "setbuffer" buffering::setbuf;
    "setlinebuf" buffering::setlinebuf;
    "setvbuf" buffering::setvbuf;
    "snprintf" print::snprintf;
    "sprintf" print::sprintf;
    "sscanf" read::sscanf;
    "tmpfile" open::tmpfile;
    "tmpnam" open::tmpnam;
    "ungetc" characters::ungetc;
    "vasprintf" print::vasprintf;
    "vdprintf" print::vdprintf;
    "vfprintf" print::vfprintf;
    "vfscanf" read::vfscanf;
    "vprintf" print::vprintf;
    "vscanf" read::vscanf;
    "vsnprintf" print::vsnprintf;
    "vsprintf" print::vsprintf;
    "vsscanf" read::vsscanf;
};
