#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

static const char *shown(const char *name)
{
    const char *value = getenv(name);
    return value ? value : "(none)";
}

int main(void)
{
    clearenv();
    printf("%s\n", shown("HOME"));
    printf("%d %s\n", setenv("COLOUR", "red", 0), shown("COLOUR"));
    printf("%d %s\n", setenv("COLOUR", "blue", 0), shown("COLOUR"));
    printf("%d %s\n", setenv("COLOUR", "green", 1), shown("COLOUR"));
    printf("%d\n", setenv("A=B", "x", 1));
    static char assignment[] = "SIZE=10=ten";
    printf("%d %s\n", putenv(assignment), shown("SIZE"));
    printf("%d %s\n", putenv("SIZE"), shown("SIZE"));
    printf("%d %s\n", unsetenv("COLOUR"), shown("COLOUR"));
    printf("%s\n", secure_getenv("COLOUR") ? "there" : "(none)");
    return 0;
}
