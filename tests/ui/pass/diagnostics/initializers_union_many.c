union u { int a; double b; } x = {1, 2.0}; //~ excess-initializers
int main(void) {
    return 0;
}
