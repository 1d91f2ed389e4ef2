int main(void) {
    int x = 1;
    *int p = &x; //~ syntax-error
    return *p;
}
