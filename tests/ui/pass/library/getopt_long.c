#include <getopt.h>
#include <stdio.h>
//@ args: --add=5 --verb x --create file --delete --colour --co -z -ab --append y --nothing=1

int main(int argc, char *argv[])
{
    static int brief = 9;
    static const struct option table[] = {
        {"add", required_argument, NULL, 0},
        {"append", no_argument, NULL, 'p'},
        {"brief", no_argument, &brief, 1},
        {"verbose", no_argument, &brief, 0},
        {"create", required_argument, NULL, 'c'},
        {"colour", optional_argument, NULL, 'C'},
        {"nothing", no_argument, NULL, 'N'},
        {"delete", required_argument, NULL, 'd'},
        {NULL, 0, NULL, 0},
    };
    int option, index = -1;
    opterr = 0;
    while ((option = getopt_long(argc, argv, "abc:", table, &index)) != -1) {
        printf("%d index %d optarg %s optopt %d optind %d\n", option, index, optarg ? optarg : "-", optopt, optind);
        index = -1;
    }
    printf("brief %d\n", brief);
    while (optind < argc) {
        printf("rest %s\n", argv[optind++]);
    }
    char *only[] = {"prog", "-add", "7", "-b", "-verbose", "end", NULL};
    optind = 0;
    while ((option = getopt_long_only(6, only, "b", table, NULL)) != -1) {
        printf("only %d %s\n", option, optarg ? optarg : "-");
    }
    return 0;
}
