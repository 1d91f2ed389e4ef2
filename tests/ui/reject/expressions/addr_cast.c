int main(void) {
    int a;
    char *p = &(char)a; //~ not-an-lvalue
    return 0;
}
