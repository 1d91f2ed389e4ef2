#include <stdlib.h>
int main(void) {
    int x = 5;
    int *p = (int *)(long)(int)(long)&x;
    return *p; //~ wild-pointer
}
