#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>

int main(void)
{
    printf("[%s] [%s] [%s]\n", basename("/a/b.c"), basename("b.c"), basename("/a/"));
    return 0;
}
