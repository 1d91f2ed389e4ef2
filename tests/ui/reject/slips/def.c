def f(x): //~ unknown-word
    return x + 1
int main(void) {
    return 0;
}
