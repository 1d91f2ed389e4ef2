int main(void) {
    int *p = &5; //~ not-an-lvalue
    return *p;
}
