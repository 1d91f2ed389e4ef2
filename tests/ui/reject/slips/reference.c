void f(int &x) { //~ syntax-error
    x = 1;
}
int main(void) {
    int y = 0;
    f(y);
    return y;
}
