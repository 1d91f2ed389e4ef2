void v(void) {
}
int main(void) {
    return !v(); //~ void-value
}
