// Two loops have an 'i' of their own: what lies behind the array is told by what is alive.
#include <stdio.h>

int main(void) {
    int arr[4];
    for (int i = 0; i < 4; i++) arr[i] = i * i;
    for (int i = 0; i < 4; i++) {
        if (arr[i] > arr[i + 1]) printf("%d\n", i); //~ out-of-bounds
    }
    return 0;
}
