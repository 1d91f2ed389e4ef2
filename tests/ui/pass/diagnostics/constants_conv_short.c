int f(void) {
    short c = 70000; //~ constant-overflow
    return c;
}
int main(void) {
    return 0;
}
