#include <string.h>
int main(void) {
    char *line = "a b c";
    strtok(line, " "); //~ readonly-write
    return 0;
}
