// Pointers are shown by what they lead to.
#include <string.h>

int main(void) {
    char word[] = "b";
    char *names[3] = {"a", NULL, word};
    size_t n = 0;
    for (int i = 0; i <= 3; i++) {
        if (names[i]) n += strlen(names[i]); //~ out-of-bounds
    }
    return n > 9;
}
