int main(void) {
    int *p = null; //~ undeclared-name
    return p == 0;
}
