int n = 8;
_Alignas(n) int x; //~ not-constant
int main(void) {
    return 0;
}
