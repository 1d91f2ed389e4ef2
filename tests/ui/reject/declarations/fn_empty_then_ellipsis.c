int f();
int f(int x, ...); //~ conflicting-types
int main(void) {
    return 0;
}
