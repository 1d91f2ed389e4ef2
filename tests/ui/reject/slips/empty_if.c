int main(void) {
    int x = 1;
    if () { //~ missing-expression
        x = 2;
    }
    return x;
}
