int main(void) {
    int x;
    int x; //~ redefinition
    return 0;
}
