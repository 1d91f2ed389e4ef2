#include <stdio.h>
int main(void) {
    char line[10];
    FILE *f = fopen("no_such_file.txt", "r");
    return fgets(line, sizeof line, f) != NULL; //~ null-dereference
}
