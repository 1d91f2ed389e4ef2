int main(void) {
    register _Alignas(16) int x = 1; //~ invalid-alignment
    return 0;
}
