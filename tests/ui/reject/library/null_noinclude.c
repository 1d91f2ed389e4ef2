int main(void) {
    int *p = NULL; //~ undeclared-name
    return 0;
}
