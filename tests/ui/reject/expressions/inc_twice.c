int main(void) {
    int a = 1;
    ++a++; //~ not-an-lvalue
    return 0;
}
