#include stdio.h //~ bad-include
int main(void) {
    printf("x\n");
    return 0;
}
