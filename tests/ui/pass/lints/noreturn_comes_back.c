#include <stdio.h>
#include <stdlib.h>

_Noreturn void stop_if(int wrong) //~ noreturn
{
    if (wrong) {
        exit(1);
    }
}

__attribute__((noreturn)) static void say(const char *text) //~ noreturn
{
    printf("%s\n", text);
}

_Noreturn static void nothing(void) {} //~ noreturn

int main(int argc, char **argv)
{
    (void)argv;
    if (argc > 5) {
        stop_if(1);
        say("never");
        nothing();
    }
    return 0;
}
