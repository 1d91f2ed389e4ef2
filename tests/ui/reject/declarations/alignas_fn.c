_Alignas(8) int f(void); //~ invalid-alignment
int main(void) {
    return 0;
}
