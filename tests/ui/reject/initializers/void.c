void v(void) {
}
int f(void) {
    int a[2] = {v(), 1}; //~ void-value
    return 0;
}
int main(void) {
    return 0;
}
