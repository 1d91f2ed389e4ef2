#include <string.h>
int main(void) {
    char line[20];
    strcat(line, "abc"); //~ uninitialized-read
    return 0;
}
