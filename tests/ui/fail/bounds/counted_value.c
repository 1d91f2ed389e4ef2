#include <stdio.h>

int main(void)
{
    int grades[] = {3, 7, 10, 5, 10, 1};
    int freq[10] = {0};
    for (int i = 0; i < 6; i++) {
        freq[grades[i]]++; //~ out-of-bounds
    }
    for (int g = 1; g <= 10; g++)
        printf("%d: %d\n", g, freq[g]);
    return 0;
}
