typedef int F(void);
F f { return 1; } //~ syntax-error
int main(void) {
    return 0;
}
