#include <stdio.h>
#include <string.h>

int main(void)
{
    int n = -1, *p = &n;
    char text[3] = "ab";
    printf("%d %u %x %hhd %c\n", 5u, 5, -1, 'a', 'b');
    printf("%d\n", p != NULL);
    printf("%s %s\n", text, (char *)&text);
    printf("%d %d\n", 1, 2, 3); //~ format-arguments
    char format[8] = "%d";
    printf(strcat(format, "\n"), 7);
    return 0;
}
