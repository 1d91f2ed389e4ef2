int main(void) {
    boolean b = 1; //~ unknown-word
    return b;
}
