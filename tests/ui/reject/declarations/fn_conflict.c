int f(int);
int f(double); //~ conflicting-types
int main(void) {
    return 0;
}
