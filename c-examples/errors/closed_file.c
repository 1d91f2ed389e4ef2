/* A file that was closed already.
 *
 *     cglass c-examples/errors/closed_file.c
 *
 * A FILE is a resource like a block of memory: fopen (or tmpfile) gives it,
 * fclose takes it back, and after that the pointer is worth nothing. Here the
 * function that writes also closes, and its caller goes on writing.
 *
 * Mend it: let the one who opened the file close it.
 */
#include <stdio.h>

static void write_heading(FILE *out, const char *title) {
    fprintf(out, "# %s\n", title);
    fclose(out);
}

int main(void) {
    FILE *out = tmpfile();
    if (out == NULL) return 1;

    write_heading(out, "Results");
    fprintf(out, "all is well\n");
    return 0;
}
