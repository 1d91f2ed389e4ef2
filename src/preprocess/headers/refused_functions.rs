//! Functions that exist elsewhere and that cglass does not have, with the reason.

use super::refused::{PROCESSES, SOCKETS, THREADS};

const WINDOWS: &str = "this function belongs to Windows or DOS";
const SIGNALS: &str = "signals arrive only where the program raises them";
const PROGRAMS: &str = "other programs cannot be started";
const FOLDER: &str = "the current folder stays what it is";
const DUPLICATES: &str = "two numbers for one file are not supported";
const LINKS: &str = "links between files are not supported";
const OWNERS: &str = "owners and permissions of files are not supported";
const MEMORY: &str = "the heap is reached through malloc and free";
const HEAP: &str = "the report at the end tells how the heap was used";
const STATES: &str = "the state of the generator cannot be exchanged; use srandom";
const TREES: &str = "trees and hash tables of the library are not supported";

/// Whole families, by how their names begin.
const FAMILIES: &[(&str, &str)] =
    &[("pthread_", THREADS), ("sem_", THREADS), ("thrd_", THREADS), ("mtx_", THREADS), ("cnd_", THREADS)];

/// Name and reason, sorted by name.
const REFUSED: &[(&str, &str)] = &[
    ("accept", SOCKETS),
    ("alarm", SIGNALS),
    ("arc4random", "this generator gives other numbers at every run; use rand"),
    ("bind", SOCKETS),
    ("brk", MEMORY),
    ("chdir", FOLDER),
    ("chmod", OWNERS),
    ("chown", OWNERS),
    ("clrscr", WINDOWS),
    ("connect", SOCKETS),
    ("dlopen", "loading libraries is not supported"),
    ("dup", DUPLICATES),
    ("dup2", DUPLICATES),
    ("ecvt", "use sprintf with %e"),
    ("execl", PROCESSES),
    ("execle", PROCESSES),
    ("execlp", PROCESSES),
    ("execv", PROCESSES),
    ("execve", PROCESSES),
    ("execvp", PROCESSES),
    ("fcntl", DUPLICATES),
    ("fcvt", "use sprintf with %f"),
    ("fork", PROCESSES),
    ("getch", WINDOWS),
    ("getche", WINDOWS),
    ("hcreate", TREES),
    ("hsearch", TREES),
    ("initstate", STATES),
    ("initstate_r", STATES),
    ("ioctl", "control of devices is not supported"),
    ("itoa", "this function is not part of C; use sprintf"),
    ("kbhit", WINDOWS),
    ("link", LINKS),
    ("listen", SOCKETS),
    ("mallinfo", HEAP),
    ("mallinfo2", HEAP),
    ("malloc_stats", HEAP),
    ("malloc_trim", HEAP),
    ("mallopt", HEAP),
    ("mmap", "mapping memory is not supported; use malloc"),
    ("mprotect", "mapping memory is not supported; use malloc"),
    ("munmap", "mapping memory is not supported; use malloc"),
    ("open_wmemstream", "use swprintf, or open_memstream"),
    ("pause", SIGNALS),
    ("pclose", PROGRAMS),
    ("pipe", PROCESSES),
    ("poll", "waiting for several files is not supported"),
    ("popen", PROGRAMS),
    ("random_r", "use rand_r or drand48_r"),
    ("readlink", LINKS),
    ("recv", SOCKETS),
    ("sbrk", MEMORY),
    ("select", "waiting for several files is not supported"),
    ("send", SOCKETS),
    ("setitimer", SIGNALS),
    ("setstate", STATES),
    ("sigsuspend", SIGNALS),
    ("sigwait", SIGNALS),
    ("socket", SOCKETS),
    ("srandom_r", "use rand_r or drand48_r"),
    ("strrev", "this function is not part of C"),
    ("symlink", LINKS),
    ("syscall", "the operating system is reached through the library only"),
    ("system", PROGRAMS),
    ("tdelete", TREES),
    ("tfind", TREES),
    ("tsearch", TREES),
    ("twalk", TREES),
    ("vfork", PROCESSES),
    ("wait", PROCESSES),
    ("waitpid", PROCESSES),
];

/// Why a function that exists elsewhere is not there.
pub fn refused_function(name: &str) -> Option<&'static str> {
    let one = REFUSED.binary_search_by(|(known, _)| (*known).cmp(name)).ok().and_then(|at| REFUSED.get(at));
    let family = || FAMILIES.iter().find(|(start, _)| name.starts_with(start) && name != *start);
    one.or_else(family).map(|(_, why)| *why)
}

/// The functions that are refused by name, sorted, with the reason; a family as `pthread_…`.
pub fn refused_functions() -> impl Iterator<Item = (String, &'static str)> {
    let families = FAMILIES.iter().map(|(start, why)| (format!("{start}…"), *why));
    REFUSED.iter().map(|(name, why)| ((*name).to_owned(), *why)).chain(families)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_sorted_and_found() {
        assert!(REFUSED.is_sorted_by_key(|(name, _)| *name));
        assert_eq!(refused_function("fork"), Some(PROCESSES));
        assert_eq!(refused_function("pthread_create"), Some(THREADS));
        assert_eq!(refused_function("execvp"), Some(PROCESSES));
        assert_eq!(refused_function("exec"), None);
        assert_eq!(refused_function("printf"), None);
    }
}
