_Alignas(1) int x; //~ invalid-alignment
int main(void) {
    return 0;
}
