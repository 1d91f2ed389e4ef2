// Either assignment may have come before: none is told as the one that did.
#include <stddef.h>

int main(int argc, char **argv)
{
    int n = 5, *p = &n;
    switch (argc) {
    case 2:
        p = &argc;
        break;
    case 1:
        p = argv[1] ? &n : NULL;
        /* fall through */
    case 3:
        *p = 1; //~ null-dereference
    }
    return n;
}
