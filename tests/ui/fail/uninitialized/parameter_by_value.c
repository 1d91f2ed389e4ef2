// A struct is passed before it has a value: the caller is where it is mended.
#include <stdio.h>

struct place {
    int rate;
    int taken;
};

static int price(struct place p) {
    return p.rate * 2; //~ uninitialized-read
}

int main(void) {
    struct place park[2][2];
    park[1][1].rate = 3;
    printf("%d\n", price(park[0][1]));
    return 0;
}
