#include <stdio.h>
int main(void) {
    char *text;
    if (1) {
        char local[] = "gone";
        text = local;
    }
    puts(text); //~ use-after-scope
    return 0;
}
