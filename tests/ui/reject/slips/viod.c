viod f(int x) { } //~ unknown-type-name
int main(void) {
    return 0;
}
