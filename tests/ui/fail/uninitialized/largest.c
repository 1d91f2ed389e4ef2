// The largest is looked for among values that begin with the first one.
#include <stdio.h>

int main(void) {
    int values[] = {-3, -9, -1}, largest;
    for (int i = 0; i < 3; i++) {
        if (values[i] > largest) //~ uninitialized-read
            largest = values[i];
    }
    printf("%d\n", largest);
    return 0;
}
