//@ options: --pedantic-errors
void v(void) {
}
int f(int a) {
    a ? v() : 1; //~ void-value
    return 0;
}
int main(void) {
    return 0;
}
