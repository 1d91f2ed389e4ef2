int n;
int (*p)[n]; //~ not-constant
int main(void) {
    return 0;
}
