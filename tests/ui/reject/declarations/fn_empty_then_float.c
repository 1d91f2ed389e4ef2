int f();
int f(float x) { //~ conflicting-types
    return 1;
}
int main(void) {
    return 0;
}
