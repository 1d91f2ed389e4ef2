//! Objects that are used after their end, and blocks of the heap.

use super::Text;

pub(super) const USE_AFTER_FREE: Text = Text {
    what: "A block from malloc is read or written after free (or realloc) gave it back.",
    why: "The allocator gives the memory to the next one who asks. Old pointers then read and overwrite somebody else's data. Often the old value is still there, so the mistake is hidden for a long time.",
    example: "\
#include <stdlib.h>
int main(void) {
    int *p = malloc(sizeof *p);
    if (p == NULL) return 1;
    *p = 7;
    free(p);
    return *p;           /* the block is no longer yours */
}
",
    fix: "Free a block after its last use. When you free a list, keep p->next in a variable before free(p). After realloc use only the pointer it returned. Setting a pointer to NULL after free turns a hidden mistake into a visible one.",
};

pub(super) const DOUBLE_FREE: Text = Text {
    what: "The same block is given to free twice.",
    why: "After the first free the block belongs to the allocator, perhaps even to somebody else by now. The second free damages the allocator's books.",
    example: "\
#include <stdlib.h>
int main(void) {
    int *p = malloc(sizeof *p);
    int *q = p;
    free(p);
    free(q);             /* the same block again */
    return 0;
}
",
    fix: "Decide for each block which variable owns it and where it is freed. Set the pointer to NULL after free: free(NULL) does nothing.",
};

pub(super) const INVALID_FREE: Text = Text {
    what: "free or realloc gets an address that malloc, calloc or realloc did not return.",
    why: "The allocator finds its books by the address of the block. For a variable, a literal or the middle of a block there are none.",
    example: "\
#include <stdlib.h>
int main(void) {
    int a[4];
    int *p = a;
    free(p);             /* a is not from malloc */
    return 0;
}
",
    fix: "Free exactly the pointers that malloc returned. If you walk through a block with p++, keep its start in another variable. Locals end by themselves.",
};

pub(super) const USE_AFTER_SCOPE: Text = Text {
    what: "A local variable is used through a pointer after the block that declared it has ended.",
    why: "A variable lives until the closing brace of its block. Then its place on the stack is used for other variables.",
    example: "\
int main(void) {
    int *p;
    {
        int x = 5;
        p = &x;
    }
    return *p;           /* x is gone */
}
",
    fix: "Declare the variable in the block in which the pointer is used.",
};

pub(super) const USE_AFTER_RETURN: Text = Text {
    what: "A local variable of a function is used through a pointer after the function has returned.",
    why: "The function's place on the stack is free after the return, and the next call overwrites it.",
    example: "\
int *answer(void) {
    int x = 42;
    int *p = &x;
    return p;
}
int main(void) {
    int *p = answer();
    return *p;           /* x ended with answer */
}
",
    fix: "Return the value instead of its address; or let the caller pass the address of a variable of its own; or allocate the place with malloc, and free it when it is done with.",
};

pub(super) const DANGLING_POINTER: Text = Text {
    what: "The value of a pointer is used in a comparison, a calculation or a printf although the object it pointed to has ended.",
    why: "Once the object is gone the value of the pointer has no meaning. The same address may already belong to a new object, so a comparison can be true by accident.",
    example: "\
#include <stdlib.h>
int main(void) {
    int *p = malloc(sizeof *p);
    int *q = p;
    free(p);
    return q != NULL;    /* the value of q means nothing now */
}
",
    fix: "Do the comparison before the free, or set the pointer to NULL when its object ends.",
};

pub(super) const ALLOCATION_SIZE: Text = Text {
    what: "malloc is asked for a size that cannot be meant: a negative number, or fewer bytes than one element has.",
    why: "Sizes are unsigned, so -1 is the largest number there is, and malloc returns NULL. A block smaller than its element is written out of bounds at the first use.",
    example: "\
#include <stdlib.h>
int main(void) {
    int n = -4;
    int *p = malloc(n);
    free(p);
    return 0;
}
",
    fix: "Write malloc(n * sizeof *p), and test n before.",
};
