// No '\0' was ever stored behind the letters.
#include <stdio.h>

int main(void) {
    char word[10];
    for (int i = 0; i < 4; i++) word[i] = (char)('a' + i);
    printf("%s\n", word); //~ uninitialized-read
    return 0;
}
