#include <libgen.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    const char *paths[] = {"/usr/lib", "/usr/", "usr", "/", ".", "..", "", "//", "///", "/usr//lib//", "a/b", "a//b", "//a", "a/"};
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; ++i) {
        char one[32], two[32];
        strcpy(one, paths[i]);
        strcpy(two, paths[i]);
        printf("\"%s\": \"%s\" \"%s\"\n", paths[i], dirname(one), basename(two));
    }
    printf("%s %s\n", dirname(NULL), basename(NULL));
    return 0;
}
