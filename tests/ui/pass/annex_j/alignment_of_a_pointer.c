// 6.3.2.3p7: aligned, or a pointer to characters, or none to an object
//@ options: -W all=error
#include <stdint.h>
#include <string.h>
int main(void) {
    int numbers[2] = {0, 0};
    char *bytes = (char *)numbers;
    int *second = (int *)(bytes + sizeof(int));
    int copied;
    memcpy(&copied, bytes + 1, sizeof copied);
    int *sentinel = (int *)(uintptr_t)1;
    return *second + copied + (sentinel == numbers);
}
