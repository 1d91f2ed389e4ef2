#include <stdio.h>
#include <unistd.h>
//@ args: -v one -n 12 -ofile.txt two -x -n -- -v three

int main(int argc, char *argv[])
{
    int option;
    opterr = 0;
    while ((option = getopt(argc, argv, "vn:o::")) != -1) {
        switch (option) {
        case 'v': printf("verbose\n"); break;
        case 'n': printf("n = %s\n", optarg); break;
        case 'o': printf("o = %s\n", optarg ? optarg : "(none)"); break;
        case '?': printf("unknown %c\n", optopt); break;
        }
        printf("  optind %d\n", optind);
    }
    for (int i = optind; i < argc; ++i) {
        printf("argument %s\n", argv[i]);
    }
    optind = 1;
    while ((option = getopt(argc, argv, "+:vn:o::")) != -1) {
        printf("again %c\n", option);
    }
    printf("stopped at %d\n", optind);
    return 0;
}
