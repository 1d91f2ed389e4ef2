#include <stdio.h>
#include <string.h>
void reverse(char *s)
{
    int i = 0, j = strlen(s) - 1;
    while (i < j) {
        char t = s[i];
        s[i++] = s[j]; //~ readonly-write
        s[j--] = t;
    }
}
int main(void)
{
    char *word = "stressed";
    reverse(word);
    printf("%s\n", word);
    return 0;
}
