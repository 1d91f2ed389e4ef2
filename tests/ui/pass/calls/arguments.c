//@ args: one two three
#include <stdio.h>
#include <string.h>

int main(int argc, char *argv[]) {
    printf("%d %d\n", argc, argv[argc] == NULL);
    for (int i = 1; i < argc; i++) printf("%s %zu\n", argv[i], strlen(argv[i]));
    argv[1][0] = 'O';
    puts(argv[1]);
    return 0;
}
