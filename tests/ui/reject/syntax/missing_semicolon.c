int main(void) {
    int a = 1 //~ missing-semicolon
    return a;
}
