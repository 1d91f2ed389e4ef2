#include <stdio.h>
int main(void) {
    char text[6];
    sprintf(text, "%d", 1234567); //~ out-of-bounds
    return 0;
}
