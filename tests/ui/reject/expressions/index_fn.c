int f(void);
int g(void) {
    return f[1]; //~ pointer-to-int //~ undefined-reference
}
int main(void) {
    return 0;
}
