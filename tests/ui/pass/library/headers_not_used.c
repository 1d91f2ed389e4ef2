/* Headers of the system that cglass does not have do no harm as long as
   nothing of them is used. */
#include <pthread.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>

int main(void)
{
    puts("neither a thread nor a child");
    return 0;
}
