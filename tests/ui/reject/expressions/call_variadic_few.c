int printf(const char *, ...);
int g(void) {
    return printf(); //~ too-few-arguments
}
int main(void) {
    return 0;
}
