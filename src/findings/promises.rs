//! What a declaration promises, and small things that C leaves undefined: in plain words.

use super::story::Story;
use crate::memory::Promise;

/// The words for a promise that was broken.
pub(super) fn broken(promise: Promise, sentence: String) -> Story {
    let (meaning, advice, real) = match promise {
        Promise::Apart => (
            "'restrict' promises that what is changed through one of these pointers is reached through it alone; the compiler relies on it.",
            "Pass pointers to different memory, or leave 'restrict' out.",
            "On a real machine you would see right or wrong values, depending on what the compiler did with the promise (Valgrind, ASan: nothing).",
        ),
        Promise::Elements => (
            "'static' in the brackets of a parameter promises that the argument has at least so many elements.",
            "Pass a larger array, or ask for fewer elements.",
            "On a real machine you would often see nothing, until the function uses what is not there (Valgrind, ASan: nothing before that).",
        ),
        Promise::NoReturn => (
            "The caller does not expect such a function to come back: what stands behind the call may be anything.",
            "End the function with exit or abort, or leave '_Noreturn' out.",
            "On a real machine you would see the program run on into whatever stands behind the call, or crash.",
        ),
        Promise::NullMoved => (
            "A null pointer points to no object, so there are no elements before or behind it.",
            "Test the pointer before you compute with it.",
            "On a real machine you would see a small address, and a crash where it is used (Valgrind, ASan: nothing before that).",
        ),
        Promise::NullCompared => (
            "Only pointers into the same object have an order and a distance. A null pointer points into none.",
            "Test with == NULL before you compare or subtract.",
            "On a real machine you would see a result, but C does not say which (Valgrind, ASan: nothing).",
        ),
        Promise::Aligned => (
            "Objects of this type lie at multiples of their alignment, and this address is none.",
            "Copy the bytes with memcpy into a variable of the type you want.",
            "On a real machine you would see nothing on this processor; others stop the program (UBSan: misaligned address, where it is used).",
        ),
        Promise::OneMember => (
            "Reading one member while another one of the same bytes is written may mix them: C allows it only where both have the same type.",
            "Read the member into a variable first, and assign that.",
            "On a real machine you would see the converted value, as long as the compiler reads all before it writes (Valgrind, ASan: nothing).",
        ),
        Promise::Lengths => (
            "The compiler finds an element by the length of the rows: with another length m[i][j] is another element.",
            "Let both have the same length: pass the length with which the array was declared.",
            "On a real machine you would see other elements than you meant, or some outside of the array (Valgrind, ASan: nothing as long as they lie inside).",
        ),
        Promise::Taken => (
            "Whether the caller's list has moved on is not the same on all machines.",
            "Make a second list with va_copy before the call, or begin anew with va_end and va_start.",
            "On a real machine you would see the list go on where the function stopped, or start once more from the first argument.",
        ),
        Promise::Handler => (
            "C lets a handler do very little: after SIGFPE, SIGILL and SIGSEGV there is nothing to go back to, and a handler that raise has called does not call raise.",
            "End such a handler with exit, abort or longjmp, or let it only set a volatile sig_atomic_t.",
            "On a real machine you would see nothing wrong after raise: POSIX allows it (Valgrind, ASan: nothing).",
        ),
        Promise::QuickEnd => (
            "The functions that quick_exit calls do what is left to do at once; C does not say what becomes of a signal that comes between.",
            "Raise the signal before quick_exit, or end with exit.",
            "On a real machine you would see nothing wrong: Linux calls the handler (Valgrind, ASan: nothing).",
        ),
        Promise::TextGiven => (
            "'%s' prints the characters that a pointer leads to, and a null pointer leads nowhere.",
            "Test the pointer before you print through it: if (p != NULL) ...",
            "On a real machine you would see (null) with glibc, and a crash with other libraries (gcc -Wall warns where it sees the NULL; Valgrind, ASan: nothing).",
        ),
    };
    Story::new(sentence).meaning(meaning).advice(advice).real_machine(real)
}
