// FILE is an object type: it has a size and may be a member, and nobody looks inside.
#include <stdio.h>
#include <wchar.h>

struct output { FILE spare; FILE *stream; };

int main(void) {
    struct output output = {.stream = stdout};
    FILE *streams[2] = {stdout, stderr};
    fprintf(output.stream, "%zu %d\n", sizeof(FILE), (void *)&output.spare != (void *)streams[0]);
    return 0;
}
