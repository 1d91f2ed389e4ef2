#foo //~ unknown-directive
int main(void) {
    return 0;
}
