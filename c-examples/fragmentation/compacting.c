/* A heap that closes its gaps.
 *
 *     cglass c-examples/fragmentation/compacting.c
 *
 * malloc can never move a block: it does not know who holds the address. If
 * the program holds a handle instead (here: an index into a table), the blocks
 * may be pushed together, and only the table has to be corrected. This is how
 * the garbage collectors of Java and .NET keep their heaps free of holes; so
 * Jython and IronPython, which live on them, have none either.
 *
 * Look at the two pictures of the memory: one letter is one byte.
 */
#include <stdio.h>
#include <string.h>

enum { SIZE = 32, HANDLES = 8 };

static char memory[SIZE + 1];
static struct { int start, size; } table[HANDLES]; /* size 0: not in use */
static int end;

/* A piece at the end, filled with a letter; the handle, or -1 if it does not fit. */
static int take(int size, char letter) {
    for (int h = 0; h < HANDLES; h++) {
        if (table[h].size != 0) continue;
        if (end + size > SIZE) return -1;
        table[h].start = end;
        table[h].size = size;
        memset(memory + end, letter, (size_t)size);
        end += size;
        return h;
    }
    return -1;
}

static void drop(int h) {
    memset(memory + table[h].start, '.', (size_t)table[h].size);
    table[h].size = 0;
}

/* Pieces were taken from left to right, so the handles are in order here. */
static void compact(void) {
    int to = 0;
    for (int h = 0; h < HANDLES; h++) {
        if (table[h].size == 0) continue;
        memmove(memory + to, memory + table[h].start, (size_t)table[h].size);
        table[h].start = to;
        to += table[h].size;
    }
    memset(memory + to, '.', (size_t)(SIZE - to));
    end = to;
}

int main(void) {
    memset(memory, '.', SIZE);
    int handles[4];
    for (int i = 0; i < 4; i++) handles[i] = take(8, (char)('A' + i));
    drop(handles[0]);
    drop(handles[2]);
    printf("%s  room for 12: %s\n", memory, take(12, 'E') >= 0 ? "yes" : "no");

    compact();
    printf("%s\n", memory);
    printf("room for 12 now: %s\n", take(12, 'E') >= 0 ? "yes" : "no");
    printf("%s  B still starts with '%c'\n", memory, memory[table[handles[1]].start]);
    return 0;
}
