#include <stdio.h>
static char *greeting(int n) {
    char text[20];
    sprintf(text, "hello %d", n);
    char *result = text;
    return result;
}
int main(void) {
    char *s = greeting(3);
    puts(s); //~ use-after-return
    return 0;
}
