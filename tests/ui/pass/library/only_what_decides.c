#include <stdio.h>
#include <string.h>

int main(void)
{
    char letters[3] = {'a', 'b', 'c'}, half[4];
    half[0] = 'a';
    half[1] = 'x';
    printf("%d\n", strcmp(letters, "abd") < 0);
    printf("%d\n", strncmp(letters, "abc", 3));
    printf("%d\n", memcmp(letters, half, 3) < 0);
    printf("%d\n", strchr(letters, 'c') == letters + 2);
    printf("%.3s\n", letters);
    printf("%d\n", memchr(letters, 'b', 3) == letters + 1);
    return 0;
}
