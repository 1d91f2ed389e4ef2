void v(void) {
}
int main(void) {
    return 1 || v(); //~ void-value
}
