int f(_Alignas(8) int x); //~ invalid-alignment
int main(void) {
    return 0;
}
