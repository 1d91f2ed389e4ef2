void v(void) {
}
int f(int a) {
    return a;
}
int g(void) {
    return f(v()); //~ void-value
}
int main(void) {
    return 0;
}
