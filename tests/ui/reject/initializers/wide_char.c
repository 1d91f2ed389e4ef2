char a[10] = L"abc"; //~ array-initializer
int main(void) {
    return 0;
}
