int main(void) {
    int x = 1 //~ missing-semicolon
    return x;
}
