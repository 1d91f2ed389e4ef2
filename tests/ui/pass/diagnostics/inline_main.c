//@ native: no, gcc makes no symbol for an inline main
inline int main(void) { //~ main-type
    return 0;
}
