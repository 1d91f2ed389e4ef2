//@ stdin: a longer line than that\n
#include <stdio.h>
int main(void) {
    char line[8];
    if (fgets(line, 80, stdin)) //~ out-of-bounds
        puts(line);
    return 0;
}
