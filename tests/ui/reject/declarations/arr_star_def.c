int f(int a[*]) { //~ array-star
    return 0;
}
int main(void) {
    return 0;
}
