#include <stdio.h>

static void copy(char *to, const char *from, int count) {
    int n = (count + 3) / 4;
    switch (count % 4) { //~ unsupported
        case 0: do { *to++ = *from++;
        case 3:      *to++ = *from++;
        case 2:      *to++ = *from++;
        case 1:      *to++ = *from++;
                } while (--n > 0);
    }
}

int main(void) {
    char out[12];
    copy(out, "hello duff!", 12);
    puts(out);
    return 0;
}
