int main(void) {
    return g(1); //~ implicit-function
}
double g(int x) { //~ conflicting-types
    return x;
}
