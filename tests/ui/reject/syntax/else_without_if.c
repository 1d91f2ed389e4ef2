int main(void) {
    int a = 0;
    else a = 1; //~ syntax-error
    return a;
}
