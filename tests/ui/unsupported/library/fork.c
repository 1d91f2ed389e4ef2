#include <stdio.h>
#include <sys/types.h>
#include <unistd.h>

int main(void)
{
    pid_t child = fork(); //~ unsupported
    printf("%d\n", child);
    return 0;
}
