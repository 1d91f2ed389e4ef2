int f(void) {
    return 1 % 0; //~ division-by-zero
}
int main(void) {
    return 0;
}
