typedef _Alignas(8) int t; //~ invalid-alignment
int main(void) {
    return 0;
}
