int main(void) {
    int *p = new int[10]; //~ unknown-word
    delete[] p;
    return 0;
}
