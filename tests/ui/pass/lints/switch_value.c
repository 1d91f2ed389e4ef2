int kind(unsigned char c) {
    switch (c) { //~ case-out-of-range
        case 'a': return 1;
        case 300: return 2;
    }
    switch (c == 'b') { //~ switch-on-condition
        case 1: return 3;
    }
    return 0;
}
int main(void) {
    return kind('c');
}
