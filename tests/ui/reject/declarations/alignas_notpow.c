_Alignas(3) int x; //~ invalid-alignment
int main(void) {
    return 0;
}
