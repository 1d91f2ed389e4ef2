// C23's attributes, which gcc takes in every mode.
#include <stdio.h>

struct [[nodiscard]] answer { int status [[gnu::aligned(8)]]; };

[[deprecated("use the other")]] int old(void);
[[noreturn, gnu::cold]] void stop(int code);

[[maybe_unused]] static int twice([[maybe_unused]] int unused, int n)
{
    [[maybe_unused]] int kept = n;
    switch (n) {
    case 1:
        n++;
        [[fallthrough]];
    case 2:
        n++;
        break;
    }
    return n * 2;
}

enum [[maybe_unused]] kind { FIRST [[deprecated]] = 1, SECOND };

int main(void)
{
    int a[] = {2, 0, 1}, b[3] = {[1] = 7};
    struct answer answer = {a[a[0]] + b[a[2]]};
    printf("%d %d %zu\n", twice(0, 1), answer.status, sizeof answer);
    return 0;
}
