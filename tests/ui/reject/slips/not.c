int main(void) {
    int x = 1;
    if (not x) //~ unknown-word
        x = 2;
    return x;
}
