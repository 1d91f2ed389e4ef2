//! Headers that exist elsewhere and that cglass does not have, with the reason.

pub(super) const THREADS: &str = "threads are not supported";
pub(super) const SOCKETS: &str = "the network is not supported";
pub(super) const PROCESSES: &str = "other processes are not supported";
const WINDOWS: &str = "this header belongs to Windows or DOS; use standard C instead";
const CPLUSPLUS: &str = "this is a header of C++; cglass runs C";
const TERMINAL: &str = "control of the terminal is not supported";
const SYSTEM: &str = "this part of the operating system is not supported";
const LIBRARY: &str = "this library is not part of C and is not supported";

const REFUSED: &[(&str, &str)] = &[
    ("algorithm", CPLUSPLUS),
    ("arpa/inet.h", SOCKETS),
    ("bits/stdc++.h", CPLUSPLUS),
    ("complex.h", "complex numbers are not supported"),
    ("conio.h", WINDOWS),
    ("cs50.h", "this library is not part of C; put its cs50.h and cs50.c beside your program"),
    ("cstdio", "this is a header of C++; in C it is <stdio.h>"),
    ("cstdlib", "this is a header of C++; in C it is <stdlib.h>"),
    ("cstring", "this is a header of C++; in C it is <string.h>"),
    ("curses.h", TERMINAL),
    ("direct.h", WINDOWS),
    ("dlfcn.h", "loading libraries is not supported"),
    ("dos.h", WINDOWS),
    ("graphics.h", WINDOWS),
    ("immintrin.h", "processor instructions are not supported"),
    ("io.h", WINDOWS),
    ("iostream", CPLUSPLUS),
    ("iostream.h", CPLUSPLUS),
    ("mpi.h", PROCESSES),
    ("ncurses.h", TERMINAL),
    ("netdb.h", SOCKETS),
    ("netinet/in.h", SOCKETS),
    ("omp.h", THREADS),
    ("poll.h", SYSTEM),
    ("process.h", WINDOWS),
    ("pthread.h", THREADS),
    ("pwd.h", SYSTEM),
    ("readline/readline.h", LIBRARY),
    ("regex.h", "regular expressions are not supported"),
    ("sched.h", THREADS),
    ("semaphore.h", THREADS),
    ("spawn.h", PROCESSES),
    ("string", "this is a header of C++; in C it is <string.h>"),
    ("sys/ioctl.h", SYSTEM),
    ("sys/ipc.h", PROCESSES),
    ("sys/mman.h", "mapping memory is not supported; use malloc"),
    ("sys/select.h", SYSTEM),
    ("sys/shm.h", PROCESSES),
    ("sys/socket.h", SOCKETS),
    ("sys/wait.h", PROCESSES),
    ("syslog.h", SYSTEM),
    ("term.h", TERMINAL),
    ("termios.h", TERMINAL),
    ("threads.h", THREADS),
    ("vector", CPLUSPLUS),
    ("windows.h", WINDOWS),
    ("winsock2.h", WINDOWS),
    ("x86intrin.h", "processor instructions are not supported"),
];

/// The headers that are refused, sorted, with the reason.
pub fn refused_headers() -> impl Iterator<Item = (&'static str, &'static str)> {
    REFUSED.iter().copied()
}

/// Why a known header is not there.
pub fn refused(name: &str) -> Option<&'static str> {
    let name = name.to_ascii_lowercase();
    let index = REFUSED.binary_search_by(|(n, _)| (*n).cmp(&name)).ok()?;
    REFUSED.get(index).map(|(_, reason)| *reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refused_headers_are_sorted_and_found() {
        assert!(REFUSED.is_sorted_by_key(|(name, _)| *name));
        assert_eq!(refused("pthread.h"), Some(THREADS));
        assert_eq!(refused("Windows.h"), Some(WINDOWS));
        assert_eq!(refused("stdio.h"), None);
    }
}
