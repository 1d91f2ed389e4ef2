#include <stdio.h>
#include <string.h>
int main(void) {
    char word[4];
    strncpy(word, "fourteen", sizeof word);
    puts(word); //~ out-of-bounds
    return 0;
}
