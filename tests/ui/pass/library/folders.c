//@ native: no, because it makes folders where it is run
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
    printf("%d\n", mkdir("box", 0755));
    printf("%d", mkdir("box", 0755));
    printf(" %s\n", strerror(errno));
    FILE *file = fopen("box/b.txt", "w");
    fclose(file);
    file = fopen("./box/a.txt", "w");
    fclose(file);
    mkdir("box/inner", 0755);
    DIR *folder = opendir("box");
    struct dirent *entry;
    int count = 0;
    while ((entry = readdir(folder)) != NULL) {
        printf("%s%s\n", entry->d_name, entry->d_type == DT_DIR ? "/" : "");
        ++count;
    }
    rewinddir(folder);
    while (readdir(folder)) {
        --count;
    }
    closedir(folder);
    printf("%d\n", count);
    printf("%d", rmdir("box"));
    printf(" %s\n", strerror(errno));
    remove("box/a.txt");
    remove("box/b.txt");
    printf("%d\n", rmdir("box/inner"));
    printf("%d\n", rmdir("box"));
    printf("%d", opendir("box") == NULL);
    printf(" %s\n", strerror(errno));
    struct stat facts;
    printf("%d", stat(".", &facts));
    printf(" %d\n", S_ISDIR(facts.st_mode) != 0);
    printf("%o\n", umask(077));
    printf("%o\n", umask(022));
    char *real = realpath("./.", NULL);
    char where[8];
    printf("%s %s\n", real ? real : "(null)", getcwd(where, sizeof where));
    free(real);
    return 0;
}
