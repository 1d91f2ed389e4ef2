int main(void) {
    int a = 1;
    int *p = (int*)a; //~ int-to-pointer-size
    return 0;
}
