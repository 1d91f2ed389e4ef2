static int a[]; //~ tentative-array
int main(void) {
    return 0;
}
