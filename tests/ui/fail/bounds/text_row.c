#include <string.h>
int main(void) {
    char names[3][6];
    strcpy(names[0], "short");
    strcpy(names[1], "too long"); //~ out-of-bounds
    return 0;
}
