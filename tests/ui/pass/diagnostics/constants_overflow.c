int f(void) {
    return 2147483647 + 1; //~ constant-overflow
}
int main(void) {
    return 0;
}
