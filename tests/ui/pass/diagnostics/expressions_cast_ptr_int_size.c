int main(void) {
    int a = 1;
    int p = (int)&a; //~ pointer-to-int-size
    return 0;
}
