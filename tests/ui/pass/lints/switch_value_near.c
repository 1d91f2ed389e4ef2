int kind(unsigned char c, signed char d) {
    switch (c) {
        case 255: return 1;
    }
    switch (d) {
        case -128: return 2;
    }
    return 0;
}
int main(void) {
    return kind('c', 'd');
}
