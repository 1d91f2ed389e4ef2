//! What each function does and asks for, in a line. Functions that differ only
//! in their types, or in where their arguments come from, share one.

/// Names, and the contract they share. `sin*` stands for `sin`, `sinf` and `sinl`.
pub(super) const CONTRACTS: &[(&str, &str)] = &[
    // assert.h, ctype.h, errno.h
    ("__assert_fail", "what `assert` calls when its condition is false; the run ends with `assertion-failed`"),
    (
        "isalnum isalpha isblank iscntrl isdigit isgraph islower isprint ispunct isspace isupper isxdigit",
        "class of a character in the \"C\" locale, with glibc's values; takes EOF and 0 to 255, −128 to −2 are warned of",
    ),
    ("tolower toupper", "the other case of a letter; takes EOF and 0 to 255, −128 to −2 are warned of"),
    ("isascii toascii", "whether a value has seven bits; its low seven bits"),
    ("__errno_location", "where `errno` is; the macro uses it"),
    // fenv.h
    ("fegetround", "the direction of rounding in force"),
    (
        "fesetround",
        "another direction of rounding: for `+ - * /`, conversions, sqrt, rint and their relatives; 1 for none",
    ),
    ("fetestexcept", "which of the flags are raised; they are kept for programs that call a function of this header"),
    ("feclearexcept feraiseexcept", "flags are lowered or raised"),
    ("fegetexceptflag fesetexceptflag", "flags are written to an object, or taken from it"),
    ("fegetenv feholdexcept", "flags and direction are written to an object; feholdexcept then lowers all flags"),
    (
        "fesetenv feupdateenv",
        "flags and direction from an object or FE_DFL_ENV; feupdateenv raises what was raised before, too",
    ),
    // inttypes.h
    ("imaxabs", "absolute value; of the least value it is `signed-overflow`"),
    ("imaxdiv", "quotient and remainder; a divisor 0 is `division-by-zero`"),
    // libgen.h, locale.h
    ("dirname __xpg_basename", "part of a path; writes into the path it is given"),
    ("basename", "what follows the last slash of a path (GNU's, in string.h); writes nothing"),
    (
        "setlocale",
        "\"C\" and \"POSIX\"; \"C.UTF-8\" (what \"\" means), \"en_US.UTF-8\" and \"en_GB.UTF-8\", in which characters are UTF-8 and nothing else changes; null for all others",
    ),
    ("localeconv", "how numbers are written in the \"C\" locale; the record may be read, not written"),
    // math.h
    (
        "sqrt* floor* ceil* trunc* round* roundeven* rint* nearbyint* sin* cos* tan* atan* tanh* asinh* exp* log* cbrt* \
         erf* j0* j1*",
        "the function of the same name; an invalid argument gives x86's negative NaN, errno stays",
    ),
    ("pow* atan2* fmax* fmin*", "the function of the same name; errno stays"),
    (
        "acosh* atanh* cosh* sinh* exp2* exp10* expm1* erfc* log2* log1p* logb*",
        "the function of the same name; sets EDOM outside its domain, ERANGE at a pole and on overflow",
    ),
    (
        "acos* asin* log10* tgamma* y0* y1*",
        "the function of the same name; sets EDOM and gives a positive NaN outside its domain, ERANGE at a pole",
    ),
    ("lgamma* gamma*", "logarithm of the gamma function; its sign goes to `signgam`"),
    ("lgamma_r lgammaf_r lgammal_r", "logarithm of the gamma function; its sign goes through the pointer"),
    ("fmod* remainder* drem*", "remainder of a division; a divisor 0 sets EDOM"),
    ("hypot* fdim*", "length of a vector; positive difference; ERANGE on overflow"),
    ("fabs* copysign*", "changes nothing but the sign, of a NaN too"),
    ("frexp*", "fraction in [0.5, 1) and, through the pointer, the exponent"),
    ("modf*", "fraction and, through the pointer, the whole part"),
    ("ldexp* scalbn* scalbln*", "times a power of two; ERANGE if the result does not fit"),
    ("ilogb* significand*", "the exponent as an int (EDOM for 0, infinities and NaN); the value without it"),
    ("nan*", "a NaN; the text is read, and says nothing"),
    ("nextafter* nexttoward*", "the next value of the type on the way to the second argument"),
    ("fma*", "x · y + z, rounded once"),
    ("remquo*", "remainder and, through the pointer, the low three bits of the quotient"),
    ("sincos*", "sine and cosine through two pointers"),
    ("jn* yn*", "Bessel functions of a whole order"),
    ("lround* llround* lrint* llrint*", "the nearest whole number; one that does not fit is x86's least value"),
    (
        "isnan isnanf isnanl isinf isinff isinfl finite finitef finitel",
        "class of a value; the macros of math.h are built in",
    ),
    // setjmp.h, signal.h
    (
        "longjmp _longjmp siglongjmp",
        "back to where setjmp filled the buffer; `invalid-jump` if that function has returned",
    ),
    ("signal", "sets what is done about a signal, gives what was done before; SIG_ERR and EINVAL for SIGKILL, SIGSTOP"),
    (
        "sigaction",
        "the same with a mask and flags (SA_SIGINFO, SA_NODEFER, SA_RESETHAND); every member that counts must be set",
    ),
    ("raise kill", "sends a signal, which arrives at once; `kill` knows only the program itself"),
    ("sigprocmask sigpending", "which signals wait instead of arriving; what waited arrives when it is unblocked"),
    (
        "sigemptyset sigfillset sigaddset sigdelset sigismember",
        "sets of signals; a set must be emptied or filled before it is used",
    ),
    ("psignal strsignal", "what a signal is called, to standard error or as a text that may only be read"),
    // stdio.h
    (
        "fopen",
        "opens a file below the granted folder; null and errno if that fails; a mode that is none is `bad-argument`",
    ),
    ("freopen", "another file under the same `FILE *`, whatever becomes of it"),
    ("fclose", "hands on what is left and closes; the `FILE *` cannot be used afterwards (`use-after-close`)"),
    ("fdopen", "a stream for a descriptor; its mode may not ask for more than the descriptor has"),
    ("fmemopen", "a stream on an array; what is written arrives when the stream is flushed or closed"),
    ("open_memstream", "a stream that grows a block of the heap; both variables are set when it is flushed or closed"),
    ("tmpfile", "a file in memory that vanishes when it is closed"),
    ("tmpnam", "a name that no file has, the same at every run"),
    ("remove rename", "removes or renames a file below the granted folder"),
    ("fflush fflush_unlocked", "hands on what a stream collected; null means all; input forgets what was read ahead"),
    ("setvbuf setbuf setbuffer setlinebuf", "how a stream is buffered; the array that is given stays unused"),
    (
        "printf fprintf dprintf sprintf snprintf asprintf vprintf vfprintf vdprintf vsprintf vsnprintf vasprintf",
        "formatted output; each conversion is compared with its argument (`format-mismatch`), arrays must have room",
    ),
    (
        "scanf fscanf sscanf vscanf vfscanf vsscanf",
        "formatted input; each pointer must be what its conversion wants and have room for what is stored",
    ),
    ("getchar getc fgetc getchar_unlocked getc_unlocked fgetc_unlocked", "the next character as unsigned char, or EOF"),
    ("putchar putc fputc putchar_unlocked putc_unlocked fputc_unlocked", "writes one character"),
    ("ungetc", "puts a character back, any number of them"),
    ("getw putw", "an int as its four bytes"),
    ("puts fputs fputs_unlocked", "writes a string; it must have an end"),
    (
        "fgets fgets_unlocked",
        "a line of at most n − 1 characters; the array must have room for what is read, and a size of at least 1",
    ),
    ("gets", "a line without bounds; always warned of, `out-of-bounds` when the array is too small"),
    ("getline getdelim", "a line in a block of the heap that grows; the pointer must be null or a block of that size"),
    (
        "fread fwrite fread_unlocked fwrite_unlocked",
        "n elements of a size; `fwrite` warns of bytes never written that are no padding",
    ),
    (
        "fseek fseeko ftell ftello rewind fgetpos fsetpos",
        "the position of a file; between reading and writing one of these must stand",
    ),
    (
        "feof ferror clearerr feof_unlocked ferror_unlocked clearerr_unlocked",
        "the marks of a stream: end met, error met",
    ),
    ("fileno fileno_unlocked", "the number of a stream as a descriptor"),
    ("flockfile ftrylockfile funlockfile", "nothing, for there is one thread"),
    ("perror", "what errno means, to standard error"),
    // stdlib.h, malloc.h
    ("malloc", "a block of n unwritten bytes, or null beyond the heap's limit; a negative size is `allocation-size`"),
    ("calloc", "a block of zeros for n elements; null if the product does not fit"),
    ("realloc reallocarray", "a block of another size; the old pointer is stale if it succeeds; size 0 frees"),
    ("free", "ends a block; null is allowed; anything that is not the start of a live block is an error"),
    (
        "aligned_alloc memalign posix_memalign valloc",
        "a block at a multiple of the alignment, which must be a power of two",
    ),
    ("malloc_usable_size", "the bytes of a block"),
    ("exit", "ends the program: handlers, streams, then leaks are looked at"),
    ("_Exit _exit quick_exit", "ends the program without `atexit` handlers; streams are not flushed"),
    ("atexit at_quick_exit", "registers a function for the end, called in reverse order"),
    ("abort", "raises SIGABRT; the run ends with `aborted`"),
    ("getenv secure_getenv", "a variable that was granted or set; the text may be read, not written"),
    ("setenv unsetenv putenv clearenv", "changes what `getenv` finds, for this run only"),
    ("atoi atol atoll atof", "a number at the start of a text, 0 if there is none"),
    (
        "strtol strtoll strtoul strtoull strtoimax strtoumax strtoq strtouq",
        "a number and where it ends; ERANGE and the limit if it does not fit; the base is 0 or 2 to 36",
    ),
    ("strtod strtof strtold", "a decimal or hexadecimal number, inf or nan, and where it ends; rounded as glibc does"),
    ("a64l l64a", "32 bits as up to six characters"),
    ("gcvt", "as `%.*g`; the array must have room"),
    ("rand random srand srandom", "glibc's sequences: the same numbers for the same seed"),
    ("rand_r", "a small generator whose state is the caller's"),
    (
        "drand48 lrand48 mrand48 drand48_r lrand48_r mrand48_r srand48_r erand48 nrand48 jrand48 srand48 seed48 lcong48",
        "the generator of 48 bits, with glibc's numbers",
    ),
    (
        "qsort qsort_r",
        "a stable merge sort as glibc's; the array must be valid for n elements, whatever the comparator does",
    ),
    ("bsearch lfind", "the element that compares equal, or null; the array must be valid for n elements"),
    ("lsearch", "as `lfind`; what is not found is added, so there must be room"),
    ("insque remque", "puts an element into a list or takes it out; it begins with two pointers"),
    ("abs labs llabs", "absolute value; of the least value it is `signed-overflow`"),
    ("div ldiv lldiv", "quotient and remainder; a divisor 0 is `division-by-zero`"),
    (
        "mblen mbtowc wctomb mbstowcs wcstombs mbrlen mbrtowc wcrtomb mbsrtowcs wcsrtombs mbrtoc16 mbrtoc32 c16rtomb \
         c32rtomb mbsinit btowc wctob",
        "characters to wide ones and back; in the \"C\" locale one byte each, EILSEQ above 127, else UTF-8",
    ),
    ("__ctype_get_mb_cur_max", "the most bytes of a character: 1 in the \"C\" locale, else 6"),
    ("mkstemp", "makes and opens a new file; the template ends in XXXXXX and is written"),
    ("realpath", "a path from `/`, where what the program may see begins; it must exist"),
    // string.h, strings.h
    (
        "memcpy mempcpy memccpy",
        "copies bytes; both places must be valid and may not overlap; marks and pointers move along",
    ),
    ("memmove bcopy", "copies bytes between places that may overlap"),
    ("memset bzero explicit_bzero", "fills n bytes, all of which must be writable"),
    ("memfrob", "turns over some bits of n bytes"),
    ("swab", "exchanges pairs of bytes"),
    ("strcpy stpcpy", "copies a string with its end; the destination must have room, and may not overlap"),
    ("strncpy stpncpy", "writes exactly n bytes; without room for the end there is none"),
    ("strlcpy strlcat", "copies or appends what fits with an end, gives the length it would have had"),
    ("strcat strncat", "appends with an end; the destination must be a string and have room"),
    ("strdup strndup", "a copy in a block of the heap"),
    ("strxfrm wcsxfrm", "in the \"C\" locale a copy"),
    ("memcmp bcmp", "compares bytes; those up to the first difference must have been written"),
    (
        "strcmp strcoll strncmp strcasecmp strncasecmp strverscmp",
        "compares strings; what decides must have been written",
    ),
    ("memchr memrchr rawmemchr memmem", "searches bytes; `rawmemchr` must find"),
    (
        "strchr strrchr strchrnul index rindex strpbrk strspn strcspn strstr strcasestr",
        "searches a string, which must have an end",
    ),
    ("strtok", "cuts a string into words; writes ends into it, goes on with null"),
    ("strtok_r strsep", "the same with the state in a variable of the caller"),
    ("strlen strnlen", "the length of a string; `strnlen` looks at no more than n bytes"),
    ("strerror", "what an error number means; the text may be read, not written"),
    ("strerror_r __xpg_strerror_r", "the same in an array of the caller"),
    ("ffs ffsl ffsll", "the number of the lowest bit that is set, from 1"),
    // time.h and clocks
    (
        "time clock",
        "seconds since 1970; processor time in microseconds; with `--clock fixed` they advance with the steps",
    ),
    ("difftime", "the difference of two times in seconds"),
    ("timespec_get clock_gettime clock_getres gettimeofday", "the time of a clock"),
    ("nanosleep clock_nanosleep sleep usleep", "waits; with `--clock fixed` the time passes at once"),
    ("times getrusage", "processor time; everything else in the record is 0"),
    (
        "gmtime localtime",
        "a broken-down time in an object that the next call changes; local time is what TZ says as POSIX has it, else UTC",
    ),
    ("gmtime_r localtime_r", "a broken-down time in an object of the caller"),
    ("mktime timegm timelocal", "seconds since 1970; members out of range are brought into it"),
    (
        "asctime asctime_r ctime ctime_r",
        "a time as a line of 26 characters; a year that does not fit is `bad-argument`",
    ),
    (
        "strftime wcsftime",
        "a time by a format, with glibc's flags; 0 if it does not fit; only members that are used must be set",
    ),
    ("strptime", "a text read by a format; members that were not told stay as they are"),
    ("tzset", "sets `tzname`, `timezone` and `daylight` by the variable TZ"),
    // unistd.h, fcntl.h, sys/stat.h, dirent.h, sys/utsname.h
    (
        "open creat",
        "a descriptor for a file below the granted folder; O_CREAT takes the permissions as a third argument",
    ),
    ("read write", "bytes from or to a descriptor, past the buffers of streams; the array must be valid for n bytes"),
    ("truncate ftruncate", "cuts a file or lengthens it by zeros; the position stays"),
    ("lseek fsync close", "position, writing through, and the end of a descriptor"),
    ("stat lstat fstat", "kind, size and time of a file; there are no links"),
    ("mkdir rmdir", "makes a folder; removes an empty one"),
    ("umask", "remembered and told again"),
    ("opendir readdir rewinddir closedir", "the names in a folder, sorted; a closed `DIR *` is `use-after-close`"),
    ("access unlink", "whether a file can be opened; removes a file"),
    ("getcwd", "`/`, where what the program may see begins"),
    ("isatty", "whether a descriptor is a terminal"),
    ("getpid getppid getuid geteuid getgid getegid", "fixed numbers, the same at every run"),
    ("getpagesize sysconf", "4096; a few values of the system"),
    ("gethostname uname", "a Linux on `localhost`, the same at every run"),
    ("getopt getopt_long getopt_long_only", "the options of the command line in glibc's order; moves the arguments"),
    // err.h, error.h
    ("warn warnx vwarn vwarnx", "the program's name and a message to standard error, without x what errno means"),
    ("err errx verr verrx error", "the same, and the end of the program with a status (`error`: unless it is 0)"),
    // wchar.h, wctype.h
    (
        "iswalnum iswalpha iswblank iswcntrl iswdigit iswgraph iswlower iswprint iswpunct iswspace iswupper iswxdigit \
         wctype iswctype",
        "class of a wide character: of ASCII, where characters are UTF-8 of Unicode",
    ),
    ("towlower towupper wctrans towctrans", "the other case of a wide letter"),
    ("wcscpy wcpcpy wcscat wmemcpy wmempcpy", "copies wide characters; both places must be valid and may not overlap"),
    ("wcsncpy wcpncpy wcsncat", "the same for at most n characters"),
    ("wmemmove wmemset wcsdup", "copies between places that may overlap; fills; copies into a block of the heap"),
    ("wcscmp wcscoll wcsncmp wcscasecmp wcsncasecmp wmemcmp", "compares wide strings"),
    (
        "wcschr wcschrnul wcsrchr wcsspn wcscspn wcspbrk wcsstr wmemchr wcstok wcslen wcsnlen",
        "searches a wide string, which must have an end",
    ),
    ("wcwidth wcswidth", "columns of wide characters"),
    (
        "wcstol wcstoll wcstoul wcstoull wcstoimax wcstoumax wcstod wcstof wcstold",
        "a number at the start of a wide text and where it ends",
    ),
    ("fgetwc getwc getwchar ungetwc fgetws", "wide input; a stream is wide or not from its first use on"),
    ("fputwc putwc putwchar fputws", "wide output; a stream is wide or not from its first use on"),
    ("fwide", "whether a stream is wide"),
    (
        "wprintf fwprintf swprintf vwprintf vfwprintf vswprintf",
        "formatted wide output; conversions and arguments are compared",
    ),
    ("wscanf fwscanf swscanf vwscanf vfwscanf vswscanf", "formatted wide input; pointers must fit their conversions"),
];

/// The contract of a function; `None` for gcc's built-in ones, which do what gcc's manual says.
pub(super) fn contract(name: &str) -> Option<&'static str> {
    let stands_for = |entry: &str| match entry.strip_suffix('*') {
        None => entry == name,
        Some(stem) => name.strip_prefix(stem).is_some_and(|form| matches!(form, "" | "f" | "l")),
    };
    let mut all = CONTRACTS.iter().filter(|(names, _)| names.split_whitespace().any(stands_for));
    all.next().map(|(_, contract)| *contract)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::libc::{row, rows};

    #[test]
    fn every_function_has_one_contract_and_every_contract_a_function() {
        let mut wrong = Vec::new();
        for row in rows().filter(|row| !row.name.starts_with("__builtin_")) {
            if contract(row.name).is_none() {
                wrong.push(format!("'{}' has no contract", row.name));
            }
        }
        let mut seen = std::collections::BTreeSet::new();
        for name in CONTRACTS.iter().flat_map(|(names, _)| names.split_whitespace()) {
            if row(name.trim_end_matches('*')).is_none() {
                wrong.push(format!("'{name}' is no function of the table"));
            }
            if !seen.insert(name) {
                wrong.push(format!("'{name}' has two contracts"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
