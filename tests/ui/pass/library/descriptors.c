//@ native: no, because it makes files where it is run
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
    int fd = open("numbers.txt", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    printf("%d %zd\n", fd, write(fd, "one\ntwo\nthree\n", 14));
    fsync(fd);
    close(fd);
    fd = open("numbers.txt", O_WRONLY | O_CREAT | O_EXCL, 0644);
    printf("%d %s\n", fd, strerror(errno));
    fd = open("numbers.txt", O_RDWR | O_APPEND);
    char text[32] = "";
    printf("%ld\n", (long)lseek(fd, 4, SEEK_SET));
    ssize_t n = read(fd, text, 4);
    printf("%zd %.4s", n, text);
    printf("%zd\n", write(fd, "four\n", 5));
    printf("%ld\n", (long)lseek(fd, 0, SEEK_END));
    struct stat facts;
    printf("%d", fstat(fd, &facts));
    printf(" %ld %d\n", (long)facts.st_size, S_ISREG(facts.st_mode) != 0);
    FILE *file = fdopen(fd, "r+");
    rewind(file);
    while (fgets(text, sizeof text, file)) {
        fputs(text, stdout);
    }
    printf("%d\n", fileno(file) == fd);
    fclose(file);
    n = read(fd, text, 1);
    printf("%zd %s\n", n, strerror(errno));
    printf("%d", stat("numbers.txt", &facts));
    printf(" %ld\n", (long)facts.st_size);
    printf("%d\n", lstat("nowhere.txt", &facts));
    fd = creat("numbers.txt", 0600);
    close(fd);
    stat("numbers.txt", &facts);
    printf("%ld\n", (long)facts.st_size);
    char name[] = "work-XXXXXX";
    fd = mkstemp(name);
    printf("%s %d\n", name, fd >= 3);
    close(fd);
    unlink(name);
    char bad[] = "work";
    printf("%d\n", mkstemp(bad));
    return 0;
}
