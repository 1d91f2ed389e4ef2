int n;
int p = &n; //~ pointer-to-int //~ not-constant
int main(void) {
    return 0;
}
