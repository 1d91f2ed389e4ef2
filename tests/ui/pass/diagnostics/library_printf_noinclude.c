int main(void) {
    printf("hi\n"); //~ missing-include
    return 0;
}
