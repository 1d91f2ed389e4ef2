int main(void) {
    string s = "abc"; //~ unknown-word
    return s[0];
}
