int f(int x) {
    int x; //~ redefinition
    return 0;
}
int main(void) {
    return 0;
}
