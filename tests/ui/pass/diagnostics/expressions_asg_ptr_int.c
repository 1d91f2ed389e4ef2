int main(void) {
    int *p;
    p = 3; //~ int-to-pointer
    return 0;
}
