int main(void) {
    int a = 1 @ 2; //~ stray-character //~ missing-semicolon
    return 0;
}
