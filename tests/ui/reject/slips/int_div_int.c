int main(void) {
    int x = 5 div 2; //~ unknown-word
    return x mod 2; //~ unknown-word
}
