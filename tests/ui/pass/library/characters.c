//@ stdin: Hello, World 42!\n
#include <ctype.h>
#include <stdio.h>

int main(void) {
    int c, letters = 0, digits = 0, others = 0;
    while ((c = getchar()) != EOF) {
        if (isalpha(c)) letters++;
        else if (isdigit(c)) digits++;
        else others++;
        putchar(isupper(c) ? tolower(c) : toupper(c));
    }
    printf("%d %d %d\n", letters, digits, others);
    return 0;
}
