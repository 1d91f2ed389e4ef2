int n = 1;
int m = n; //~ not-constant
int main(void) {
    return 0;
}
