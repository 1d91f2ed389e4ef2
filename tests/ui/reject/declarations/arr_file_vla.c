int n = 3;
int a[n]; //~ not-constant
int main(void) {
    return 0;
}
