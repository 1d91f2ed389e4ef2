#include <stdio.h>
#include <string.h>

char *greet(const char *name)
{
    char buffer[50];
    strcpy(buffer, "hello ");
    strcat(buffer, name);
    return buffer;
}

int main(void)
{
    char *s = greet("Bob");
    printf("%s\n", s); //~ use-after-return
    return 0;
}
