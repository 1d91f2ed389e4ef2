int main(void) {
    int x = 1;
    (char)x = 3; //~ not-an-lvalue
    return 0;
}
