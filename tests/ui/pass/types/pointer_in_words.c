// The bytes of pointers, copied into declared words: these keep their own type (6.5p6).
#include <stdio.h>
#include <string.h>

static unsigned long global[1];

int main(void) {
    unsigned words[4] = {0};
    int local = 7, *p = &local, *back;
    memcpy(words, &p, sizeof p);
    memcpy(global, &p, sizeof p);
    unsigned mixed = 0;
    for (int i = 0; i < 4; i++) mixed ^= words[i];
    memcpy(&back, words, sizeof back);
    printf("%d %d %d\n", *back, mixed != 0, global[0] != 0);
    return 0;
}
