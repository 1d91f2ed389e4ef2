int main(void) {
    int x = 1, y = 2;
    if (x == 1 and y == 2 or x == 3) //~ unknown-word //~ unknown-word
        x = 2;
    return x;
}
