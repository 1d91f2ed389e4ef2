int main(void) {
    int *p = &3; //~ not-an-lvalue
    return 0;
}
