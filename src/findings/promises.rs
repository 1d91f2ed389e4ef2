//! What a declaration promises, and small things that C leaves undefined: in plain words.

use super::story::Story;
use crate::memory::Promise;

/// The words for a promise that was broken.
pub(super) fn broken(promise: Promise, sentence: String) -> Story {
    let (meaning, advice, real) = match promise {
        Promise::Apart => (
            "'restrict' promises: what is changed through it is reached through it alone.",
            "Pass pointers to different memory, or leave 'restrict' out.",
            "it depends on the compiler (Valgrind, ASan: nothing)",
        ),
        Promise::Elements => (
            "'static' in a parameter's brackets promises at least so many elements.",
            "Pass a larger array, or ask for fewer elements.",
            "nothing, until the function uses what is not there",
        ),
        Promise::NoReturn => (
            "The caller does not expect it to come back: after the call may be anything.",
            "End the function with exit or abort, or leave '_Noreturn' out.",
            "it runs on into what stands after the call, or crashes",
        ),
        Promise::NullMoved => (
            "A null pointer points to no object: no elements lie before or after it.",
            "Test the pointer before you compute with it.",
            "a small address, and a crash where it is used",
        ),
        Promise::NullCompared => (
            "Only pointers into the same object have an order; a null pointer points to none.",
            "Test with == NULL before you compare or subtract.",
            "a result, but C does not say which (Valgrind, ASan: nothing)",
        ),
        Promise::Aligned => (
            "Objects of this type lie at multiples of their alignment; this is none.",
            "Copy the bytes with memcpy into a variable of the type you want.",
            "nothing on x86-64; others stop here (UBSan: misaligned address)",
        ),
        Promise::OneMember => (
            "Reading one member while another of the same bytes is written may mix them.",
            "Read the member into a variable first, and assign that.",
            "right while all is read before it is written (ASan: nothing)",
        ),
        Promise::Lengths => (
            "Elements are found by the length of the rows: m[i][j] is another one with another.",
            "Let both have the same length: pass the length with which the array was declared.",
            "other elements than you meant (Valgrind, ASan: mostly nothing)",
        ),
        Promise::Taken => (
            "Whether the caller's list has moved on is not the same on all machines.",
            "Make a second list with va_copy before the call, or begin anew with va_end and va_start.",
            "the list goes on, or starts again from the first argument",
        ),
        Promise::Handler => (
            "C lets a handler do very little: after SIGFPE, SIGILL and SIGSEGV there is nothing to go back to, and a handler that raise has called does not call raise.",
            "End such a handler with exit, abort or longjmp, or let it only set a volatile sig_atomic_t.",
            "nothing wrong after raise: POSIX allows it",
        ),
        Promise::QuickEnd => (
            "The functions that quick_exit calls do what is left to do at once; C does not say what becomes of a signal that comes between.",
            "Raise the signal before quick_exit, or end with exit.",
            "nothing wrong: Linux calls the handler",
        ),
        Promise::TextGiven => (
            "'%s' prints the characters a pointer leads to; a null pointer leads nowhere.",
            "Test the pointer before you print through it: if (p != NULL) ...",
            "(null) with glibc, a crash with others (Valgrind, ASan: nothing)",
        ),
    };
    Story::new(sentence).meaning(meaning).advice(advice).real_machine(real)
}
