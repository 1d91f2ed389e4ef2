//@ options: --error-exitcode 0
//@ exit: 136
int main(void) {
    int zero = 0;
    return 1 / zero; //~ division-by-zero
}
