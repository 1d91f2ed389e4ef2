#include <stdio.h>

enum { seen = 0 };

/* Selection and iteration statements are blocks: what their expressions declare
   ends with them (6.8.4p3, 6.8.5p5). */
int main(void) {
    if (sizeof(enum { seen = 1 }))
        printf("if %d\n", seen);
    else if (sizeof(enum { seen = 2 }))
        printf("never\n");
    printf("after %d\n", seen);
    if (seen)
        printf("never\n");
    else if (sizeof(enum { seen = 3 }))
        printf("else if %d\n", seen);
    printf("after %d\n", seen);
    switch (sizeof(enum { seen = 4 })) {
    default:
        printf("switch %d\n", seen);
    }
    printf("after %d\n", seen);
    while (sizeof(struct tag { int member; }) && sizeof(enum { seen = 5 })) {
        printf("while %d\n", seen);
        break;
    }
    printf("after %d\n", seen);
    do
        printf("do %d\n", seen);
    while (0 * sizeof(enum { seen = 6 }));
    printf("after %d\n", seen);
    for (int i = 0; i < (int)sizeof(enum { seen = 7 }); i += 4)
        printf("for %d\n", seen);
    printf("after %d\n", seen);
    return 0;
}
