#include <stdio.h>
#include <string.h>

int main(void) {
    char name[10];
    printf(hello); //~ undeclared-name
    strcpy(name, Ada); //~ undeclared-name
    return 0;
}
