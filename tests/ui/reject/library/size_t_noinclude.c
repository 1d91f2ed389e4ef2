int main(void) {
    size_t n = 3; //~ unknown-type-name
    return 0;
}
