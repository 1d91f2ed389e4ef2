int main(void) {
    int x;
    extern int x; //~ redeclaration
    return 0;
}
