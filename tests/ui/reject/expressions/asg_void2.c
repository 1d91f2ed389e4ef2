void v(void) {
}
int main(void) {
    int a;
    a = v(); //~ void-value
    return 0;
}
