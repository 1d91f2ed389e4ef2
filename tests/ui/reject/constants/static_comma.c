int m = (1, 2); //~ not-constant
int main(void) {
    return 0;
}
