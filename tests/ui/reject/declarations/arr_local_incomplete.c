int main(void) {
    int a[]; //~ incomplete-type
    return 0;
}
