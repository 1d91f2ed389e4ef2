#include <ctype.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    char c = 'a';
    toupper(c); //~ unused-result
    strcmp("a", "b"); //~ unused-result
    (void)toupper(c);
    return c - 'a';
}
