#include <stdio.h>
#include <string.h>
int main(void) {
    char word[3] = {'a', 'b', 'c'};
    printf("%zu\n", strlen(word)); //~ out-of-bounds
    return 0;
}
