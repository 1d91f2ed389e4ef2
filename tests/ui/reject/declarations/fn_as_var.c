int f(void);
int f; //~ conflicting-types
int main(void) {
    return 0;
}
