#include <string.h>
int main(void) {
    const char *word = "yes";
    if (word == 0 || strcmp(word, "no") == 0)
        return 1;
    if (strcmp(word, "no"))
        return 0;
    return 2;
}
