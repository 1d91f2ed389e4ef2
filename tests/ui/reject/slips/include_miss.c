#inlcude <stdio.h> //~ unknown-directive
int main(void) {
    printf("x\n");
    return 0;
}
