int main(void) {
    char c = "a"; //~ pointer-to-int
    return 0;
}
