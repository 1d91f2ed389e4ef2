//! Headers that exist elsewhere and that cglass does not have, with the reason.

pub(super) const THREADS: &str = "threads are not supported";
pub(super) const SOCKETS: &str = "the network is not supported";
pub(super) const PROCESSES: &str = "other processes are not supported";
const WINDOWS: &str = "this header belongs to Windows or DOS; use standard C instead";
const CPLUSPLUS: &str = "this is a header of C++; cglass runs C";
const TERMINAL: &str = "control of the terminal is not supported";
const SYSTEM: &str = "this part of the operating system is not supported";
const LIBRARY: &str = "this library is not part of C and is not supported";

/// Headers that C compilers on Unix have, sorted. A program that uses nothing of them does without.
const SYSTEM_HEADERS: &[(&str, &str)] = &[
    ("arpa/inet.h", SOCKETS),
    ("complex.h", "complex numbers are not supported"),
    ("dlfcn.h", "loading libraries is not supported"),
    ("immintrin.h", "processor instructions are not supported"),
    ("netdb.h", SOCKETS),
    ("netinet/in.h", SOCKETS),
    ("omp.h", THREADS),
    ("poll.h", SYSTEM),
    ("pthread.h", THREADS),
    ("pwd.h", SYSTEM),
    ("regex.h", "regular expressions are not supported"),
    ("sched.h", THREADS),
    ("semaphore.h", THREADS),
    ("spawn.h", PROCESSES),
    ("sys/ioctl.h", SYSTEM),
    ("sys/ipc.h", PROCESSES),
    ("sys/mman.h", "mapping memory is not supported; use malloc"),
    ("sys/select.h", SYSTEM),
    ("sys/shm.h", PROCESSES),
    ("sys/socket.h", SOCKETS),
    ("sys/wait.h", PROCESSES),
    ("syslog.h", SYSTEM),
    ("termios.h", TERMINAL),
    ("threads.h", THREADS),
    ("x86intrin.h", "processor instructions are not supported"),
];

/// Headers that belong to something else than C on Unix, sorted.
const FOREIGN_HEADERS: &[(&str, &str)] = &[
    ("algorithm", CPLUSPLUS),
    ("bits/stdc++.h", CPLUSPLUS),
    ("conio.h", WINDOWS),
    ("cs50.h", "this library is not part of C; put its cs50.h and cs50.c beside your program"),
    ("cstdio", "this is a header of C++; in C it is <stdio.h>"),
    ("cstdlib", "this is a header of C++; in C it is <stdlib.h>"),
    ("cstring", "this is a header of C++; in C it is <string.h>"),
    ("curses.h", TERMINAL),
    ("direct.h", WINDOWS),
    ("dos.h", WINDOWS),
    ("graphics.h", WINDOWS),
    ("io.h", WINDOWS),
    ("iostream", CPLUSPLUS),
    ("iostream.h", CPLUSPLUS),
    ("mpi.h", PROCESSES),
    ("ncurses.h", TERMINAL),
    ("process.h", WINDOWS),
    ("readline/readline.h", LIBRARY),
    ("string", "this is a header of C++; in C it is <string.h>"),
    ("term.h", TERMINAL),
    ("vector", CPLUSPLUS),
    ("windows.h", WINDOWS),
    ("winsock2.h", WINDOWS),
];

/// Why a header is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// In words.
    pub reason: &'static str,
    /// It is one of those that a C compiler on Unix has.
    pub system: bool,
}

/// The headers that are refused, with the reason.
pub fn refused_headers() -> impl Iterator<Item = (&'static str, &'static str)> {
    SYSTEM_HEADERS.iter().chain(FOREIGN_HEADERS).copied()
}

/// Why a known header is not there.
pub fn refused(name: &str) -> Option<Refused> {
    let name = name.to_ascii_lowercase();
    let find = |table: &[(&str, &'static str)]| {
        let index = table.binary_search_by(|(n, _)| (*n).cmp(&name)).ok()?;
        table.get(index).map(|(_, reason)| *reason)
    };
    let system = find(SYSTEM_HEADERS).map(|reason| Refused { reason, system: true });
    system.or_else(|| find(FOREIGN_HEADERS).map(|reason| Refused { reason, system: false }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refused_headers_are_sorted_and_found() {
        assert!(SYSTEM_HEADERS.is_sorted_by_key(|(name, _)| *name));
        assert!(FOREIGN_HEADERS.is_sorted_by_key(|(name, _)| *name));
        assert_eq!(refused("pthread.h"), Some(Refused { reason: THREADS, system: true }));
        assert_eq!(refused("Windows.h"), Some(Refused { reason: WINDOWS, system: false }));
        assert_eq!(refused("stdio.h"), None);
    }
}
