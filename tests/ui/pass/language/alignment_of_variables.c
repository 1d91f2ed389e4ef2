#include <stdio.h>

_Alignas(16) int first;
int second __attribute__((aligned(64)));
static int third;
_Alignas(32) extern int fourth;
char _Alignas(double) text[3];
struct pair {
    char c;
    int n __attribute__((aligned(8)));
};
static struct pair __attribute__((aligned(16))) both = {'c', 1};

int main(void) {
    _Alignas(32) char local = 1;
    static _Alignas(8) char kept;
    printf("%zu %zu %zu %zu\n", __alignof__(first), __alignof__(second), __alignof__(third), __alignof__(fourth));
    printf("%zu %zu %zu\n", __alignof__(text), __alignof__(both), _Alignof(struct pair));
    printf("%zu %zu\n", __alignof__(local), __alignof__(kept));
    printf("%d %d %d\n", (int)((unsigned long)&second % 64), (int)((unsigned long)&both % 16), (int)((unsigned long)&local % 32));
    return first + third + kept + !local;
}

int fourth = 4;
