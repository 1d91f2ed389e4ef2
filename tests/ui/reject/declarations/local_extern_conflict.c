int x;
int main(void) {
    extern double x; //~ conflicting-types
    return 0;
}
