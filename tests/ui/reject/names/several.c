int main(void) {
    int a = b; //~ undeclared-name
    c = 1; //~ undeclared-name
    return a + d; //~ undeclared-name
}
