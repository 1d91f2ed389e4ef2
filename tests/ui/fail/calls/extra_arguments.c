static int three() { return 3; }
int main(void) {
    return three(1, 2) - 3; //~ call-mismatch
}
