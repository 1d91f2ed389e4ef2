#include <stdio.h>

#define COLD __attribute__((__noinline__))

int COLD answer(int a) { return a + 1; }
static void nothing(int (COLD *f)(int), int (call)(__attribute__((unused)) int)) { printf("%d %d\n", f(1), call(2)); }
int takes(int (__attribute__((unused)) int));
int takes(int (*given)(int)) { return given(10); }

int main(void) {
    void *any = (void *)answer;
    int a = ((COLD int (*)(int))any)(4);
    int b = ((int (COLD *)(int))any)(5);
    int c = ((int COLD (*)(int))any)(6);
    int d = ((int (*COLD)(int))any)(7);
    int(COLD e) = 8;
    printf("%d %d %d %d %d %zu\n", a, b, c, d, e, sizeof(int (COLD *)(int)));
    nothing(answer, answer);
    printf("%d\n", takes(answer));
    goto end;
end: __attribute__((unused));
    return 0;
}
