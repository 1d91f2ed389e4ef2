#include <string.h>
int main(void) {
    char line[10] = "12345";
    strcat(line, "67890"); //~ out-of-bounds
    return 0;
}
