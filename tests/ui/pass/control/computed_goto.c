/* Labels as values (gcc). */
#include <stdio.h>

enum { PUSH, ADD, MUL, PRINT, HALT };

static int run(const int *code) {
    static void *const table[] = {&&push, &&add, &&mul, &&print, &&halt};
    int stack[16], top = 0, executed = 0;
#define NEXT() do { executed++; goto *table[*code++]; } while (0)
    NEXT();
push:
    stack[top++] = *code++;
    NEXT();
add:
    top--;
    stack[top - 1] += stack[top];
    NEXT();
mul:
    top--;
    stack[top - 1] *= stack[top];
    NEXT();
print:
    printf("%d\n", stack[--top]);
    NEXT();
halt:
    return executed;
}

static int chosen(int n) {
    void *where = n ? &&yes : &&no;
    if (where == &&yes) {
        n += 100;
    }
    goto *where;
yes:
    return n;
no:
    return -1;
}

int main(void) {
    int code[] = {PUSH, 2, PUSH, 3, ADD, PUSH, 7, MUL, PRINT, HALT};
    printf("%d\n", run(code));
    printf("%d %d\n", chosen(0), chosen(1));
    return 0;
}
