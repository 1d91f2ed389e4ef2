int n;
int m = n = 2; //~ not-constant
int main(void) {
    return 0;
}
