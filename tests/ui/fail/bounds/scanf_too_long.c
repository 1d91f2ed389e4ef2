//@ stdin: abcdefghij\n
#include <stdio.h>
int main(void) {
    char word[5];
    scanf("%s", word); //~ out-of-bounds
    puts(word);
    return 0;
}
