void f(void) {
    return 1; //~ return-value
}
int main(void) {
    return 0;
}
