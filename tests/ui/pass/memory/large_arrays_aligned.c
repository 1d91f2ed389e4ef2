// An array of 16 bytes or more lies at a multiple of 16, as the x86-64 ABI has it.
#include <stdint.h>
#include <stdio.h>

char first = 1;
char global[17];
int numbers[4];

int main(void)
{
    char c = 2;
    int a[5] = {0};
    char b[16] = {0};
    static short s[8];
    int small[3] = {0};
    printf("%d\n", (int)((uintptr_t)a % 16 + (uintptr_t)b % 16 + (uintptr_t)s % 16));
    printf("%d\n", (int)((uintptr_t)global % 16 + (uintptr_t)numbers % 16));
    printf("%d %zu\n", (int)((uintptr_t)small % 4), _Alignof(int[5]));
    return c + first - 3;
}
