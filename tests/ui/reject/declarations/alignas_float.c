_Alignas(8.0) int x; //~ not-an-integer
int main(void) {
    return 0;
}
