#include <getopt.h>
#include <stdio.h>
//@ args: --size

int main(int argc, char *argv[])
{
    /* The table does not end in an entry of zeros. */
    static const struct option table[] = {{"colour", no_argument, NULL, 'c'}};
    int option = getopt_long(argc, argv, "", table, NULL); //~ out-of-bounds
    printf("%d\n", option);
    return 0;
}
