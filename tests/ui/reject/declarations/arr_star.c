int a[*]; //~ array-star
int main(void) {
    return 0;
}
