include <stdio.h> //~ unknown-word
int main(void) {
    printf("x\n");
    return 0;
}
