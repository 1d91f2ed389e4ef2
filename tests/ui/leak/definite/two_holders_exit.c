#include <stdlib.h>
static void stop(char *text) {
    text[0] = 0;
    exit(0); //~ lost: exit
}
int main(void) {
    char *line = malloc(4); //~ leak: definite 4
    stop(line);
}
