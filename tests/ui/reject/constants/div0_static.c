int x = 1 / 0; //~ division-by-zero //~ not-constant
int main(void) {
    return 0;
}
