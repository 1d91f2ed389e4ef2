int main(void) {
    unsinged int x = 1; //~ unknown-word
    return x;
}
