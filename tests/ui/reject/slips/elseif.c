int main(void) {
    int x = 1;
    if (x == 1) {
        x = 2;
    } elseif (x == 2) { //~ unknown-word
        x = 3;
    }
    return x;
}
