//@ options: --suggest
/* What a function was given is not its to free. */
#include <stdlib.h>
#include <string.h>

static char *make(void)
{
    return strdup("hello"); //~ leak: definite 6
}

static int length(const char *text)
{
    int count = (int)strlen(text);
    return count;
}

int main(void)
{
    return length(make()) - 5;
}
