int f(int a) {
    a =+ 1; //~ reversed-operator
    return a;
}
int main(void) {
    return 0;
}
