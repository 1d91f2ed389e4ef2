#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Two uses behind the free: it belongs behind the second. */
int main(void)
{
    char *text = malloc(6);
    if (text == NULL)
        return 1;
    strcpy(text, "hello");
    free(text);
    printf("%s\n", text); //~ use-after-free
    int length = 0;
    while (text[length] != '\0')
        length++;
    printf("%d\n", length);
    text = NULL;
    return 0;
}
