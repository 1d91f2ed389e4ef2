/* Only just not reachable: the stream that had it is closed. */
#include <stdio.h>
#include <stdlib.h>
int main(void) {
    FILE *file = tmpfile();
    if (file == NULL) return 1;
    setvbuf(file, malloc(64), _IOFBF, 64); //~ leak: definite 64
    //~^ lost: result-ignored
    fclose(file);
    return 0;
}
