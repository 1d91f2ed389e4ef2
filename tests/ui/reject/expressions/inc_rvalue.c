int main(void) {
    3++; //~ not-an-lvalue
    return 0;
}
