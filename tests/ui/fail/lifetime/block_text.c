#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char *name = NULL;
    (void)argv;
    if (argc > 0) {
        char text[20];
        strcpy(text, "Ada");
        name = text;
    }
    printf("%s\n", name); //~ use-after-scope
    return 0;
}
