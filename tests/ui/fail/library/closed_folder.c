#include <dirent.h>
#include <stdio.h>

int main(void)
{
    DIR *folder = opendir(".");
    closedir(folder);
    struct dirent *entry = readdir(folder); //~ use-after-close
    printf("%s\n", entry->d_name);
    return 0;
}
