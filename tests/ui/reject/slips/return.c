int main(void) {
    Return 0; //~ unknown-word
}
