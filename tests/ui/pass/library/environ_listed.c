// The environment as a list: what was granted, here nothing. main's third parameter is the same.
#include <stdio.h>

extern char **environ;

int main(int argc, char **argv, char **envp)
{
    int listed = 0;
    for (char **one = environ; *one != NULL; one++) {
        listed++;
    }
    (void)argv;
    printf("%d %d %d\n", argc, envp == environ, listed > 100);
    return 0;
}
