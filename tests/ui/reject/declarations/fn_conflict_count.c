int f(int);
int f(int, int); //~ conflicting-types
int main(void) {
    return 0;
}
