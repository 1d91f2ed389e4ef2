# this is a comment //~ unknown-directive
int main(void) {
    return 0;
}
