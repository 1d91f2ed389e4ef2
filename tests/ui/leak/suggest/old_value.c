//@ options: --suggest
/* The old value is freed once the new one was made from it. */
#include <stdlib.h>
#include <string.h>

static char *longer(const char *text)
{
    char *result = malloc(strlen(text) + 2); //~ leak: definite 5
    strcpy(result, text);
    strcat(result, "x");
    return result;
}

int main(void)
{
    char *text = NULL;
    for (int i = 0; i < 3; i++)
        text = longer(text ? text : "");
    free(text);
    return 0;
}
