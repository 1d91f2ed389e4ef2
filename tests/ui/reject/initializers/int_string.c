int n = "abc"; //~ pointer-to-int //~ not-constant
int main(void) {
    return 0;
}
