int main(void) {
    int a[3];
    for (i = 0; i < 3; i++) a[i] = i; //~ undeclared-name
    return 0;
}
