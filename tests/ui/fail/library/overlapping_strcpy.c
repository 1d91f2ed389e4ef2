#include <string.h>
int main(void) {
    char text[16] = "overlap";
    strcpy(text + 2, text); //~ overlapping-copy
    return 0;
}
