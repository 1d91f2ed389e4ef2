#include <signal.h>
#include <unistd.h>

int main(void)
{
    alarm(1); //~ unsupported
    return 0;
}
