int main(void) {
    int *p = None; //~ undeclared-name
    return p == 0;
}
