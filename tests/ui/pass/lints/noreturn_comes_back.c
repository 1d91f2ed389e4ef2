#include <stdio.h>
#include <stdlib.h>

_Noreturn void stop_if(int wrong)
{
    if (wrong) {
        exit(1);
    }
} //~ noreturn

__attribute__((noreturn)) static void say(const char *text)
{
    printf("%s\n", text);
} //~ noreturn

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
