void v(void) {
}
int f(void) {
    while (v()) ; //~ void-value
    return 0;
}
int main(void) {
    return 0;
}
