// 7.21.7.2p3: at the end of the input fgets leaves the array as it was
#include <stdio.h>
int main(void) {
    char line[8];
    fgets(line, sizeof line, stdin);
    puts(line); //~ uninitialized-read
    return 0;
}
