//! What is told of a kind when nothing more particular is known: one entry per kind.

use crate::kinds::Kind;

/// The general words of a kind.
#[derive(Clone, Copy, Debug)]
pub struct Usual {
    /// What happened, without names.
    pub sentence: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// One thing to try.
    pub advice: &'static str,
    /// What one would see without cglass.
    pub real_machine: &'static str,
}

/// The general words of `kind`.
pub fn usual(kind: Kind) -> Usual {
    let (sentence, meaning, advice, real_machine) = match kind {
        Kind::NullDereference => (
            "A null pointer is used to reach memory.",
            "A null pointer points to nothing: there is nothing to read or write there.",
            "Test the pointer before this line, or find out why it was never given an address.",
            "Segmentation fault (Valgrind: Invalid read; ASan: SEGV)",
        ),
        Kind::UseAfterFree => (
            "A block is used after it was freed.",
            "A freed block may be given out again at any time; its contents are lost.",
            "Free the block only after its last use, or copy before what is needed later.",
            "the old bytes by luck (Valgrind: free'd; ASan: use-after-free)",
        ),
        Kind::DoubleFree => (
            "A block is freed a second time.",
            "free gives a block back once; the second time it is not yours to give.",
            "Decide which place owns the block and frees it; set the pointer to NULL after free.",
            "Aborted (glibc, ASan: double free; Valgrind: Invalid free())",
        ),
        Kind::InvalidFree => (
            "Something is freed that malloc did not give.",
            "free takes only what malloc, calloc or realloc returned, unchanged.",
            "Free the pointer that malloc returned, and only that.",
            "free(): invalid pointer (Valgrind: Invalid free; ASan: bad-free)",
        ),
        Kind::OutOfBounds => (
            "Memory outside an object is accessed.",
            "C does not check indices; past an object lies something else.",
            "Compare the index with the number of elements; the last one has that number minus 1.",
            "often nothing (Valgrind: for blocks only; ASan: buffer-overflow)",
        ),
        Kind::UseAfterScope => (
            "A variable is used after its block ended.",
            "A variable ends at its block's '}'; a pointer to it is then worth nothing.",
            "Declare the variable in the outer block, so that it lives as long as the pointer.",
            "right by luck (Valgrind: nothing; ASan: stack-use-after-scope)",
        ),
        Kind::UseAfterReturn => (
            "A variable of a function that has returned is used.",
            "Locals end when their function returns; pointers to them are worth nothing.",
            "Return the value itself, let the caller pass a place for it, or allocate the place with malloc.",
            "the old value for a while (Valgrind: at times; ASan: if asked)",
        ),
        Kind::UninitializedRead => (
            "A value is used that was never written.",
            "A new variable or block has no value until one is stored in it.",
            "Give it a value where it is declared, or before this line on every way that leads here.",
            "what was there (Valgrind: uninitialised value; ASan: nothing)",
        ),
        Kind::WildPointer => (
            "A pointer that points to no object is used.",
            "The pointer has an address at which the program has nothing.",
            "Find out where it got its address: from an integer, or never set properly.",
            "Segmentation fault (Valgrind: Invalid read; ASan: SEGV)",
        ),
        Kind::ReadonlyWrite => (
            "Memory that may only be read is written.",
            "String literals and const objects may not be changed.",
            "Copy it into an array of your own and change the copy: char s[] = \"text\";",
            "Segmentation fault (Valgrind: Bad permissions; ASan: SEGV)",
        ),
        Kind::StackOverflow => (
            "The stack is full.",
            "Every open call keeps its variables on the stack, whose size is limited.",
            "Check that the recursion ends, and that every call comes closer to its end.",
            "Segmentation fault (Valgrind, ASan: stack overflow)",
        ),
        Kind::DivisionByZero => (
            "A number is divided by zero.",
            "Division of an integer by zero has no result.",
            "Test the divisor before you divide.",
            "Floating point exception, even for int (UBSan: division by zero)",
        ),
        Kind::CallMismatch => (
            "A function is called as something it is not.",
            "Call and function must agree on the arguments and on the result.",
            "Compare the type of the pointer, or the declaration, with the function's definition.",
            "arguments nobody passed, or a crash (Valgrind, ASan: nothing)",
        ),
        Kind::VaArgMismatch => (
            "va_arg asks for an argument that was not passed like that.",
            "va_arg cannot see what was passed: it must name the type after promotion.",
            "Ask for int instead of char or short, for double instead of float, and only for as many as were passed.",
            "a wrong value from somewhere (Valgrind, ASan: mostly nothing)",
        ),
        Kind::MissingReturn => (
            "The value of a function is used that returned none.",
            "The function came to its end without a return that gives a value.",
            "Add a return with a value at the end of the function, for the case that got there.",
            "a leftover value (gcc -Wall warns; Valgrind, ASan: nothing)",
        ),
        Kind::OverlappingCopy => (
            "Source and destination of a copy overlap.",
            "This function copies in an order of its own; what overlaps comes out wrong.",
            "Use memmove, which is made for this; a string has strlen(s) + 1 bytes.",
            "often right, and wrong with longer copies (Valgrind, ASan tell)",
        ),
        Kind::BadArgument => (
            "A library function is called with an argument it does not allow.",
            "For arguments that its description does not allow a function promises nothing.",
            "Check the value before the call.",
            "anything: a wrong result, a crash, or nothing you notice",
        ),
        Kind::UseAfterClose => (
            "A stream is used after it was closed.",
            "fclose gives the stream back; the FILE pointer is then worth nothing.",
            "Move the fclose after the last use.",
            "nothing, lost output, or a crash (Valgrind: Invalid read)",
        ),
        Kind::InvalidJump => (
            "longjmp jumps to a call that has already returned.",
            "longjmp can only go back to a function that is still running.",
            "Call longjmp only while the function that called setjmp has not returned.",
            "it goes on by luck, or crashes later (Valgrind, ASan: nothing)",
        ),
        Kind::FormatMismatch => (
            "An argument does not fit its conversion in the format.",
            "printf and scanf know their arguments only from the format: it must fit them.",
            "Compare each conversion with its argument: %d int, %ld long, %zu size_t, %f double, %s string; scanf takes addresses (&x), and %lf for double.",
            "a wrong value, or a crash (gcc -Wall warns; ASan: nothing)",
        ),
        Kind::AssertionFailed => (
            "An assertion does not hold.",
            "The program itself says that this must be true here, and it is not.",
            "Look at the values above and go back to the line that made them so.",
            "Assertion failed, Aborted",
        ),
        Kind::Aborted => (
            "The program called abort.",
            "abort ends the program at once, as after an error.",
            "Look at the chain of calls to see why it came to this.",
            "Aborted",
        ),
        Kind::DanglingPointer => (
            "The value of a pointer is used whose object is gone.",
            "A pointer's value means nothing once its object has ended, even unfollowed.",
            "Compare or calculate before the object ends, or set the pointer to NULL.",
            "the old address, by luck (Valgrind, ASan: nothing)",
        ),
        Kind::SignedOverflow => (
            "A signed calculation overflows.",
            "The result does not fit; for signed types C does not say what comes of that.",
            "Use a wider type (long long), or test before calculating.",
            "a wrong sign or size (UBSan: signed integer overflow)",
        ),
        Kind::InvalidShift => (
            "A value is shifted by a wrong amount, or cannot be shifted like this.",
            "A shift must be by less than the type has bits, and not move a negative left.",
            "Check the amount, or use a wider unsigned type.",
            "x86-64 takes the amount's low bits (UBSan: shift exponent)",
        ),
        Kind::FloatToIntOverflow => (
            "A floating value does not fit the integer type.",
            "Without its fraction the value is outside the integer type, or no number.",
            "Test the range before converting.",
            "an unrelated value, often the smallest int",
        ),
        Kind::InvalidArraySize => (
            "An array has a size that cannot be.",
            "The number of elements of an array must be at least 1.",
            "Check the size before the declaration.",
            "a broken stack (UBSan: variable length array bound)",
        ),
        Kind::OutOfBoundsPointer => (
            "A pointer is formed that points outside its object.",
            "A pointer may point into its array or right after it, and nowhere else.",
            "Keep an index instead, or stop one step earlier.",
            "nothing until it is followed (Valgrind, ASan: nothing)",
        ),
        Kind::UnrelatedPointers => (
            "Pointers to different objects are compared or subtracted.",
            "'<' and '-' need pointers into the same array: C orders no other objects.",
            "Compare with == or !=, or use indices into one array.",
            "it depends on the compiler (Valgrind, ASan: nothing)",
        ),
        Kind::MisalignedAccess => (
            "Memory is accessed at an address that is not aligned for the type.",
            "An object of this type must start at a multiple of its alignment.",
            "Copy the bytes into a variable of the type with memcpy.",
            "nothing on x86-64; others stop here (UBSan: misaligned address)",
        ),
        Kind::Unsequenced => (
            "A variable is changed and used in one expression, in no defined order.",
            "C does not say which of the two happens first, so there is no right result.",
            "Write two statements, in the order that you mean.",
            "it depends on the compiler (gcc -Wall warns; ASan: nothing)",
        ),
        Kind::EffectiveType => (
            "Memory is read as another type than it was written.",
            "A compiler may assume that objects of different types do not share memory.",
            "Use a union or memcpy to look at the bytes of another type.",
            "right without optimisation, perhaps wrong with it",
        ),
        Kind::AllocationSize => (
            "A block of a size that cannot be meant is asked for.",
            "The size is too small for what shall stand there, or a negative number.",
            "Write malloc(n * sizeof *p).",
            "NULL for a huge size, or too small a block (Valgrind: fishy)",
        ),
        Kind::UnclosedFile => (
            "A file was not closed.",
            "Every open file is kept ready until it is closed, and there may be few.",
            "Call fclose when you are done with the file.",
            "nothing, until too many files are open",
        ),
        Kind::FloatDivision => (
            "A floating number is divided by zero.",
            "The result is infinite, or not a number.",
            "Test the divisor before you divide.",
            "inf or nan in the output",
        ),
        Kind::UninitializedMove => (
            "A value is copied that was never written.",
            "Copying alone does no harm, but the copy has no value either.",
            "Give the variable a value before it is copied.",
            "nothing",
        ),
        Kind::StepLimit => (
            "The run was stopped: it reached the limit of steps.",
            "The program did not end within its steps; perhaps a loop never ends.",
            "Look at the loops of the functions above: does anything in them make the condition false? Or raise --max-steps.",
            "it would run on",
        ),
        Kind::TimeLimit => (
            "The run was stopped: it reached the limit of time.",
            "The program did not end within its time; perhaps a loop never ends.",
            "Look at the loops of the functions above: does anything in them make the condition false? Or raise --time-limit.",
            "it would run on",
        ),
        Kind::MemoryLimit => (
            "The run was stopped: the machine has no more memory for the program.",
            "The host itself refused memory; the program did nothing wrong by that.",
            "Use less memory, or set a smaller --heap-size so that malloc returns NULL instead.",
            "with more memory it would go on",
        ),
        Kind::OutputLimit => (
            "The run was stopped: it reached the limit of output.",
            "The program wrote more than it was allowed to; perhaps it prints in a loop.",
            "Look at the loops of the functions above, or raise --max-output.",
            "it would write on",
        ),
    };
    Usual { sentence, meaning, advice, real_machine }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of a report has 80 columns; two are blank, and "Real machine: " takes 14.
    #[test]
    fn what_it_means_and_what_one_would_see_are_a_line_each() {
        for kind in crate::kinds::TABLE.iter().map(|row| row.kind) {
            let Usual { meaning, real_machine, .. } = usual(kind);
            assert!(meaning.len() <= 78, "{kind:?}: {meaning}");
            assert!(real_machine.len() <= 64 && !real_machine.ends_with('.'), "{kind:?}: {real_machine}");
        }
    }
}
