#include <stdio.h>
char *gets(char *);
static void never(void) {
    char line[20];
    if (gets(line)) //~ gets
        puts(line);
}
int main(int argc, char **argv) {
    (void)argv;
    if (argc > 100)
        never();
    return 0;
}
