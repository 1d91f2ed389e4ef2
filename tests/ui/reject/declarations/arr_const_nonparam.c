int a[const 3]; //~ array-qualifier
int main(void) {
    return 0;
}
