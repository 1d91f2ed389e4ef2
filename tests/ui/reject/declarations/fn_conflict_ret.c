int f(int);
double f(int x) { //~ conflicting-types
    return 1;
}
int main(void) {
    return 0;
}
