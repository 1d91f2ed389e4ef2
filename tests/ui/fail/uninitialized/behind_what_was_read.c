// Three numbers are stored and four are added.
#include <stdio.h>

int main(void) {
    int marks[10], n = 3, sum = 0;
    for (int i = 0; i < n; i++) marks[i] = i + 1;
    for (int i = 0; i < 10; i++) sum += marks[i]; //~ uninitialized-read
    printf("%d\n", sum);
    return 0;
}
