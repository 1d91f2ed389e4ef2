int main(void) {
    final int x = 1; //~ unknown-word
    return x;
}
