int main(void) {
    char s[10];
    s = "abc"; //~ array-assignment
    return s[0];
}
