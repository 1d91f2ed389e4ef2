int main(void) {
    strng s = 0; //~ unknown-type-name
    return 0;
}
