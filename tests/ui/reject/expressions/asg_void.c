void v(void) {
}
int main(void) {
    int a = v(); //~ void-value
    return 0;
}
