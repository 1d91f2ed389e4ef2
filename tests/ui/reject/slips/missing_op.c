int main(void) {
    int x = 2, y = 3;
    int z = 2x + y; //~ bad-number
    return z;
}
