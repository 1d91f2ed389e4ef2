#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>
//@ stdin: typed\nmore

int main(void)
{
    char text[32] = "";
    printf("%d %d\n", getpid() > 0, getppid() >= 0);
    printf("%d %d\n", getuid() == geteuid(), getgid() == getegid());
    printf("%d %ld %d\n", getpagesize(), sysconf(_SC_PAGESIZE), isatty(0));
    printf("%d\n", gethostname(text, sizeof text));
    struct utsname names;
    printf("%d %s\n", uname(&names), names.sysname);
    char swapped[7] = "";
    swab("badcfe", swapped, 6);
    printf("%s\n", swapped);
    printf("%d\n", access("no such file", F_OK));
    char *folder = getcwd(NULL, 0);
    printf("%c\n", folder[0]);
    free(folder);
    fflush(stdout);
    write(1, "written\n", 8);
    dprintf(1, "printed %d\n", 5);
    ssize_t n = read(0, text, 6);
    printf("%zd %.*s", n, (int)n, text);
    printf("%d\n", close(77));
    fflush(stdout);
    _exit(0);
}
