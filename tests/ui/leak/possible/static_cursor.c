#include <stdlib.h>
#include <string.h>
static char *cursor;
int main(void) {
    cursor = malloc(8); //~ leak: possible 8
    strcpy(cursor, "abc");
    cursor++;
    return 0;
}
