void v(void) {
}
int f(void) {
    return v(); //~ void-value
}
int main(void) {
    return 0;
}
