#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    const char *first = "ann", *last = "lee";
    char *mail = malloc(strlen(first) + strlen(last) + 1);
    strcpy(mail, first);
    strcat(mail, ".");
    strcat(mail, last); //~ out-of-bounds
    puts(mail);
    free(mail);
    return 0;
}
