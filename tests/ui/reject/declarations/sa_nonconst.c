int n;
_Static_assert(n, "no"); //~ not-constant
int main(void) {
    return 0;
}
