int main(void) {
    int *p = nullptr; //~ undeclared-name
    return p == 0;
}
