int main(void) {
    int x = 0x; //~ bad-number
    return x;
}
