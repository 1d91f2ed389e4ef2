#include <stdlib.h>
#include <unistd.h>

int main(void)
{
    int fd = mkstemp("work-XXXXXX"); //~ readonly-write
    close(fd);
    return 0;
}
