int a[1ul<<62]; //~ type-too-large
int main(void) {
    return 0;
}
