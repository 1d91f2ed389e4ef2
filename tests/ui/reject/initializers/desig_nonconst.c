int n = 1;
int a[3] = {[n] = 1}; //~ not-constant
int main(void) {
    return 0;
}
