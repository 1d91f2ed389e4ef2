#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    int fd = open("new.txt", O_WRONLY | O_CREAT); //~ bad-argument
    write(fd, "text\n", 5);
    close(fd);
    return 0;
}
