#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *text = malloc(6);
    if (text == NULL)
        return 1;
    strcpy(text, "a b c");
    strtok(text, " ");
    free(text);
    strtok(NULL, " "); //~ use-after-free
    return 0;
}
