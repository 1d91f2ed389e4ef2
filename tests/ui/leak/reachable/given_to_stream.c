/* A stream still uses it. */
#include <stdio.h>
#include <stdlib.h>
int main(void) {
    setvbuf(stdout, malloc(1024), _IOFBF, 1024); //~ leak: reachable 1024
    char *own = malloc(512); //~ leak: reachable 512
    setvbuf(stderr, own, _IOFBF, 512);
    puts("hi");
    return 0;
}
