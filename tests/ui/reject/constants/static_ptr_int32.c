int n;
int m = (int)&n; //~ pointer-to-int-size //~ not-constant
int main(void) {
    return 0;
}
