// Files cut and lengthened; the position stays.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static long size(const char *name)
{
    struct stat status;
    return stat(name, &status) == 0 ? (long)status.st_size : -1;
}

int main(void)
{
    const char *name = "truncated.txt";
    FILE *f = fopen(name, "w+");
    if (f == NULL) {
        return 1;
    }
    fputs("hello, world", f);
    fflush(f);
    printf("%d", ftruncate(fileno(f), 5));
    printf(" %ld %ld\n", size(name), ftell(f));
    fclose(f);
    f = fopen(name, "r");
    char text[16] = "";
    printf("%s\n", fgets(text, sizeof text, f));
    fclose(f);
    printf("%d", truncate(name, 8));
    printf(" %ld\n", size(name));
    f = fopen(name, "r");
    int zeros = 0;
    for (int c; (c = getc(f)) != EOF;) {
        zeros += c == 0;
    }
    printf("%d\n", zeros);
    printf("%d %d\n", ftruncate(fileno(f), 1), errno == EINVAL);
    fclose(f);
    printf("%d", truncate("no such file", 1));
    printf(" %d\n", errno == ENOENT);
    printf("%d", truncate(name, -1));
    printf(" %d\n", errno == EINVAL);
    unlink(name);
    return 0;
}
