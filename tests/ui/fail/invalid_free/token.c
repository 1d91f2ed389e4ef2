#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *text = malloc(4);
    if (text == NULL)
        return 1;
    strcpy(text, "a b");
    strtok(text, " ");
    char *second = strtok(NULL, " ");
    free(second); //~ invalid-free
    return 0;
}
