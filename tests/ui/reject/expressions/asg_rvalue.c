int main(void) {
    3 = 4; //~ not-an-lvalue
    return 0;
}
