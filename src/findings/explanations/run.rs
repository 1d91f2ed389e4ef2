//! How a run can end.

use super::Text;

pub(super) const STACK_OVERFLOW: Text = Text {
    what: "The stack has no room for another call or another local variable.",
    why: "Each call keeps its variables on the stack until it returns. The stack has a fixed size, usually 8 MiB. A recursion without end fills it, and so does a very large local array.",
    example: "\
int fact(int n) {
    return n * fact(n - 1);   /* nothing stops at 0 */
}
int main(void) {
    return fact(5);
}
",
    fix: "Every recursion needs a case that does not call again, and each call must come closer to it. Put large arrays into static variables or allocate them with malloc. --stack-size changes the limit.",
};

pub(super) const ASSERTION_FAILED: Text = Text {
    what: "The condition of an assert is false.",
    why: "Whoever wrote the assert says: from here on the program relies on this. It is a signpost that the mistake happened earlier.",
    example: "\
#include <assert.h>
int main(void) {
    int n = -1;
    assert(n >= 0);
    return n;
}
",
    fix: "Find out why the condition is false. Do not remove the assert.",
};

pub(super) const ABORTED: Text = Text {
    what: "The program called abort, or something did that for it.",
    why: "abort ends the program without cleaning up, to say that it cannot go on.",
    example: "\
#include <stdlib.h>
int main(void) {
    abort();
}
",
    fix: "See in the chain of calls why it came to this.",
};

pub(super) const STEP_LIMIT: Text = Text {
    what: "The run used up the steps that --max-steps gave it.",
    why: "Mostly this means a loop that never ends.",
    example: "\
int main(void) {
    int i = 0;
    while (i < 10) { }   /* i stays 0 */
    return i;
}
",
    fix: "Look for what should make the loop's condition false, or raise --max-steps.",
};

pub(super) const TIME_LIMIT: Text = Text {
    what: "The run used up the time that --time-limit gave it. Waiting for input does not count.",
    why: "Mostly this means a loop that never ends, or one that needs far more turns than was thought.",
    example: "\
int main(void) {
    for (;;) { }
}
",
    fix: "Look for what should end the loop, or raise --time-limit.",
};

pub(super) const MEMORY_LIMIT: Text = Text {
    what: "The machine that cglass runs on refused more memory.",
    why: "Below the limit of --heap-size cglass takes memory from the host as the program uses it. The program itself did nothing wrong.",
    example: "\
#include <stdlib.h>
int main(void) {
    while (malloc(1 << 20) != NULL) { }
    return 0;
}
",
    fix: "Use less memory, or set a smaller --heap-size: then malloc returns NULL at that limit.",
};

pub(super) const OUTPUT_LIMIT: Text = Text {
    what: "The program wrote more than --max-output allows.",
    why: "Mostly this is a loop that prints and never ends.",
    example: "\
#include <stdio.h>
int main(void) {
    for (;;) puts(\"again\");
}
",
    fix: "Look for what should end the loop, or raise --max-output.",
};
