#include <stdio.h>
int main(void) {
    const char text[] = "abc";
    char *p = text; //~ discarded-qualifiers
    puts(p);
    return 0;
}
