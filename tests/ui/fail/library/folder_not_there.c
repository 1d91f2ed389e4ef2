#include <dirent.h>
#include <stdio.h>

int main(void)
{
    DIR *folder = opendir("nowhere");
    while (readdir(folder)) { //~ null-dereference
    }
    closedir(folder);
    return 0;
}
