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
            "A null pointer points to nothing, so there is nothing to read or write there.",
            "Test the pointer before this line, or find out why it was never given an address.",
            "On a real machine you would see: Segmentation fault (Valgrind: Invalid read or write, Address 0x0; ASan: SEGV).",
        ),
        Kind::UseAfterFree => (
            "A block is used after it was freed.",
            "After free the block may be given out again at any time, and what stood in it is lost.",
            "Move the free behind the last use, or set the pointer to NULL when you free it.",
            "On a real machine you would often see the old bytes, or somebody else's (Valgrind: Invalid read or write; ASan: heap-use-after-free).",
        ),
        Kind::DoubleFree => (
            "A block is freed a second time.",
            "free gives a block back once. The second time it is no longer yours to give.",
            "Decide which place owns the block and frees it; set the pointer to NULL after free.",
            "On a real machine you would see: free(): double free detected, Aborted; or a heap that breaks much later (Valgrind: Invalid free(); ASan: double-free).",
        ),
        Kind::InvalidFree => (
            "Something is freed that malloc did not give.",
            "free takes only the addresses that malloc, calloc and realloc returned, exactly as they returned them.",
            "Free the pointer that malloc returned, and only that.",
            "On a real machine you would see: free(): invalid pointer, Aborted (Valgrind: Invalid free(); ASan: bad-free).",
        ),
        Kind::OutOfBounds => (
            "Memory outside an object is accessed.",
            "C does not check indices: what lies behind an object belongs to something else.",
            "Compare the index with the number of elements; the last one has the number of elements minus 1.",
            "On a real machine you would often see nothing, or wrong values later (Valgrind: Invalid read or write, for blocks only; ASan: buffer-overflow).",
        ),
        Kind::UseAfterScope => (
            "A variable is used after its block ended.",
            "A variable lives until the closing brace of its block. A pointer to it is worth nothing after that.",
            "Declare the variable in the outer block, so that it lives as long as the pointer.",
            "On a real machine you would often see the right value by luck, until another variable takes the place (Valgrind: nothing; ASan: stack-use-after-scope).",
        ),
        Kind::UseAfterReturn => (
            "A variable of a function that has returned is used.",
            "The locals of a function end when it returns. A pointer to one of them is worth nothing after that.",
            "Return the value itself, let the caller pass a place for it, or allocate the place with malloc.",
            "On a real machine you would see the old value for a while, or what the next call puts there (Valgrind, ASan: mostly nothing).",
        ),
        Kind::UninitializedRead => (
            "A value is used that was never written.",
            "A new variable or block has no value until one is stored in it.",
            "Give it a value where it is declared, or before this line on every way that leads here.",
            "On a real machine you would see whatever was in that memory before, often 0 (Valgrind: depends on uninitialised value; ASan: nothing).",
        ),
        Kind::WildPointer => (
            "A pointer that points to no object is used.",
            "The pointer has an address at which the program has nothing.",
            "Find out where the pointer got its address: an integer that was cast, or a pointer that was never set properly.",
            "On a real machine you would see: Segmentation fault (Valgrind: Invalid read or write; ASan: SEGV).",
        ),
        Kind::ReadonlyWrite => (
            "Memory that may only be read is written.",
            "String literals and const objects may not be changed.",
            "Copy it into an array of your own and change the copy: char s[] = \"text\";",
            "On a real machine you would see: Segmentation fault (Valgrind: Bad permissions; ASan: SEGV).",
        ),
        Kind::StackOverflow => (
            "The stack is full.",
            "Every call that has not returned yet keeps its variables on the stack, and the stack has a limited size.",
            "Check that the recursion ends, and that every call comes closer to its end.",
            "On a real machine you would see: Segmentation fault (Valgrind, ASan: stack overflow).",
        ),
        Kind::DivisionByZero => (
            "A number is divided by zero.",
            "Division of an integer by zero has no result.",
            "Test the divisor before you divide.",
            "On a real machine you would see: Floating point exception, for integers too (UBSan: division by zero).",
        ),
        Kind::CallMismatch => (
            "A function is called as something it is not.",
            "The caller and the function must agree on the number and the types of the arguments and on the result.",
            "Compare the type of the pointer, or the declaration, with the function's definition.",
            "On a real machine the function would read arguments that nobody passed, or crash (Valgrind, ASan: nothing).",
        ),
        Kind::VaArgMismatch => (
            "va_arg asks for an argument that was not passed like that.",
            "A function with '...' cannot see what was passed. It must ask for each argument with the type it has after promotion.",
            "Ask for int instead of char or short, for double instead of float, and not more often than arguments were passed.",
            "On a real machine you would see a wrong value, from wherever the next argument would lie (Valgrind, ASan: mostly nothing).",
        ),
        Kind::MissingReturn => (
            "The value of a function is used that returned none.",
            "The function came to its end without a return that gives a value.",
            "Add a return with a value at the end of the function, for the case that got there.",
            "On a real machine you would see a value left over from some earlier calculation (gcc -Wall warns; Valgrind, ASan: nothing).",
        ),
        Kind::OverlappingCopy => (
            "Source and destination of a copy overlap.",
            "This function copies in an order of its own choice, so a source that is overwritten on the way gives wrong bytes.",
            "Use memmove, which is made for this; a string has strlen(s) + 1 bytes.",
            "On a real machine you would often see the right result, and with a longer copy a wrong one.",
        ),
        Kind::BadArgument => (
            "A library function is called with an argument it does not allow.",
            "The function's description says which arguments it takes; for others it promises nothing.",
            "Check the value before the call.",
            "On a real machine anything may happen here: a wrong result, a crash, or nothing you notice.",
        ),
        Kind::UseAfterClose => (
            "A stream is used after it was closed.",
            "fclose gives the stream back; the FILE pointer is worth nothing after that.",
            "Move the fclose behind the last use.",
            "On a real machine you would often see nothing, or lost output, or a crash (Valgrind: Invalid read in the library; ASan: nothing).",
        ),
        Kind::InvalidJump => (
            "longjmp jumps to a call that has already returned.",
            "longjmp can only go back to a function that is still running.",
            "Call longjmp only while the function that called setjmp has not returned.",
            "On a real machine the program may go on by luck, or crash at some later return (Valgrind, ASan: mostly nothing).",
        ),
        Kind::FormatMismatch => (
            "An argument does not fit its conversion in the format.",
            "printf and scanf know their arguments only from the format, so each conversion must fit the argument's type.",
            "Compare each conversion with its argument. printf: %d for int, %ld for long, %zu for size_t, %f for double, %s for a string. scanf takes addresses (&x), and %lf for a double.",
            "On a real machine you would see a wrong value, or a crash (gcc -Wall warns; Valgrind, ASan: mostly nothing).",
        ),
        Kind::AssertionFailed => (
            "An assertion does not hold.",
            "The program itself says that this must be true at this place, and it is not.",
            "Look at the values above and go back to the line that made them so.",
            "On a real machine you would see: Assertion failed, Aborted.",
        ),
        Kind::Aborted => (
            "The program called abort.",
            "abort ends the program at once, as after an error.",
            "Look at the chain of calls to see why it came to this.",
            "On a real machine you would see: Aborted.",
        ),
        Kind::DanglingPointer => (
            "The value of a pointer is used whose object is gone.",
            "Even without following it: the value of a pointer has no meaning any more once its object has ended.",
            "Compare or calculate before the object ends, or set the pointer to NULL.",
            "On a real machine you would see the old address, which may already belong to a new object (Valgrind, ASan: nothing).",
        ),
        Kind::SignedOverflow => (
            "A signed calculation overflows.",
            "The result does not fit the type. For signed types C does not say what happens then.",
            "Use a wider type (long long), or test before calculating.",
            "On a real machine you would see a result of the wrong sign or size; with optimisation anything (UBSan: signed integer overflow).",
        ),
        Kind::InvalidShift => (
            "A value is shifted by a wrong amount, or cannot be shifted like this.",
            "A shift must be by at least 0 and less than the number of bits of the type, and a negative value must not be shifted left.",
            "Check the amount, or use a wider unsigned type.",
            "On a real machine you would see a surprising result: x86-64 looks only at the low bits of the amount (UBSan: shift exponent is too large).",
        ),
        Kind::FloatToIntOverflow => (
            "A floating value does not fit the integer type.",
            "The value without its fraction is outside the range of the integer type, or is not a number.",
            "Test the range before converting.",
            "On a real machine you would see a value that has nothing to do with the number, often the smallest int.",
        ),
        Kind::InvalidArraySize => (
            "An array has a size that cannot be.",
            "The number of elements of an array must be at least 1.",
            "Check the size before the declaration.",
            "On a real machine variables on the stack would overlap, or it would run over its end (UBSan: variable length array bound).",
        ),
        Kind::OutOfBoundsPointer => (
            "A pointer is formed that points outside its object.",
            "A pointer may point into its array and to the place right after the last element; anywhere else the calculation itself is already wrong.",
            "Keep an index instead, or stop one step earlier.",
            "On a real machine you would see nothing as long as the pointer is not followed (Valgrind, ASan: nothing).",
        ),
        Kind::UnrelatedPointers => (
            "Pointers to different objects are compared or subtracted.",
            "Which of two objects lies first, and how far apart they are, C does not say; '<' and '-' need pointers into the same array.",
            "Compare with == or !=, or use indices into one array.",
            "On a real machine you would see a number that depends on where the compiler put things (Valgrind, ASan: nothing).",
        ),
        Kind::MisalignedAccess => (
            "Memory is accessed at an address that is not aligned for the type.",
            "An object of this type must start at a multiple of its alignment.",
            "Copy the bytes into a variable of the type with memcpy.",
            "On a real x86-64 machine you would see nothing; other processors stop here (UBSan: misaligned address).",
        ),
        Kind::Unsequenced => (
            "A variable is changed and used in one expression, in no defined order.",
            "C does not say which of the two happens first, so there is no right result.",
            "Write two statements, in the order that you mean.",
            "On a real machine you would see one result or another, depending on the compiler (gcc -Wall warns; ASan: nothing).",
        ),
        Kind::EffectiveType => (
            "Memory is read as another type than it was written.",
            "A compiler may assume that objects of different types do not share memory.",
            "Use a union or memcpy to look at the bytes of another type.",
            "On a real machine you would often see what you expect without optimisation, and something else with it.",
        ),
        Kind::AllocationSize => (
            "A block of a size that cannot be meant is asked for.",
            "The number of bytes is too small for what shall stand in the block, or is a negative number taken as a huge one.",
            "Write malloc(n * sizeof *p).",
            "On a real machine you would see NULL for the huge size, or a block that is too small (Valgrind: fishy value).",
        ),
        Kind::UnclosedFile => (
            "A file was not closed.",
            "At the end of the program open files are closed, but while it runs each one is a resource that is never given back.",
            "Call fclose when you are done with the file.",
            "On a real machine you would see nothing, until too many files are open.",
        ),
        Kind::FloatDivision => (
            "A floating number is divided by zero.",
            "The result is infinite, or not a number.",
            "Test the divisor before you divide.",
            "On a real machine you would see inf or nan in the output.",
        ),
        Kind::UninitializedMove => (
            "A value is copied that was never written.",
            "Copying alone does no harm, but the copy has no value either.",
            "Give the variable a value before it is copied.",
            "On a real machine you would see nothing here.",
        ),
        Kind::StepLimit => (
            "The run was stopped: it reached the limit of steps.",
            "The program did not end within the steps it was given. It may be in a loop that never ends.",
            "Look at the loops of the functions above: does anything in them make the condition false? Or raise --max-steps.",
            "On a real machine it would run on.",
        ),
        Kind::TimeLimit => (
            "The run was stopped: it reached the limit of time.",
            "The program did not end within the time it was given. It may be in a loop that never ends.",
            "Look at the loops of the functions above: does anything in them make the condition false? Or raise --time-limit.",
            "On a real machine it would run on.",
        ),
        Kind::MemoryLimit => (
            "The run was stopped: the machine has no more memory for the program.",
            "The host itself refused memory; the program did nothing wrong by that.",
            "Use less memory, or set a smaller --heap-size so that malloc returns NULL instead.",
            "On a real machine with more memory it would go on.",
        ),
        Kind::OutputLimit => (
            "The run was stopped: it reached the limit of output.",
            "The program wrote more than it was allowed to. It may print in a loop that never ends.",
            "Look at the loops of the functions above, or raise --max-output.",
            "On a real machine it would write on.",
        ),
    };
    Usual { sentence, meaning, advice, real_machine }
}
